import { isAbsolute } from 'node:path';
import { ConfigError, loadConfig } from './config';
import { SecretBox } from './secret-box';

const KEY = 'a key of at least thirty-two characters';
const OTHER = 'another key of more than thirty-two characters';

describe('the configuration', () => {
  it('runs the whole system on one machine when nothing is set', () => {
    expect(loadConfig({})).toMatchObject({
      ...{ embedded: true, demo: true, host: '127.0.0.1', port: 3000, publicUrl: 'http://localhost:3000' },
      ...{ rateLimit: true, https: false, secretKeys: [], fileBytes: 26_214_400 },
    });
    expect(isAbsolute(loadConfig({}).dataDir)).toBe(true);
  });

  it('has no demo beside a database of its own, unless it is asked for', () => {
    const DATABASE_URL = 'postgres://app@db/braidway';
    expect(loadConfig({ DATABASE_URL, SECRET_KEY: KEY })).toMatchObject({ embedded: false, demo: false });
    expect(loadConfig({ DATABASE_URL, SECRET_KEY: KEY, DEMO: 'true' }).demo).toBe(true);
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a whole number from 0 to 65535, not "eighty".'],
    [{ PORT: '70000' }, 'PORT must be a whole number'],
    [{ DEMO: 'maybe' }, 'DEMO must be true or false, not "maybe".'],
    [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL must begin with redis:// or rediss://.'],
    [{ PUBLIC_URL: 'braidway.example' }, 'PUBLIC_URL is not a valid address'],
    [{ DATABASE_URL: 'mysql://db/x', SECRET_KEY: KEY }, 'DATABASE_URL must begin with postgres://'],
    [{ DATABASE_URL: 'postgres://db/x' }, 'SECRET_KEY is required with DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://db/x', SECRET_KEY: `${KEY},short` }, 'must have at least 32 characters'],
    [{ S3_URL: 's3://host/bucket' }, 'S3_URL must look like s3://key:secret@host/bucket'],
    [{ FILE_MEGABYTES: '0' }, 'FILE_MEGABYTES must be a whole number from 1 to 1000'],
  ])('refuses %j with a line that names the setting', (env, message) => {
    expect(() => loadConfig(env)).toThrow(ConfigError);
    expect(() => loadConfig(env)).toThrow(message);
  });

  it('does not repeat a secret in its complaint', () => {
    const wrong = { SMTP_URL: 'http://user:hunter2@mail' };
    expect(() => loadConfig(wrong)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });

  it('reads the bucket with an encoded secret, and drops a slash behind PUBLIC_URL', () => {
    const config = loadConfig({
      S3_URL: 's3://key:a%2Fb@s3.example/files?region=us-west-2',
      PUBLIC_URL: 'https://x.org/',
    });
    expect(config.s3).toEqual({
      ...{ host: 's3.example', bucket: 'files', region: 'us-west-2' },
      ...{ accessKey: 'key', secretKey: 'a/b', insecure: false },
    });
    expect(config).toMatchObject({ publicUrl: 'https://x.org', https: true });
  });
});

describe('the box of secrets', () => {
  const boxOf = (...keys: string[]) =>
    new SecretBox(loadConfig({ DATABASE_URL: 'postgres://db/x', SECRET_KEY: keys.join(',') }));

  it('opens what it sealed, differently sealed each time', () => {
    const box = boxOf(KEY);
    expect(box.open(box.seal('ñ secret'))).toBe('ñ secret');
    expect(box.seal('x')).not.toBe(box.seal('x'));
  });

  it('opens with a former key after a rotation, and not without it', () => {
    const sealed = boxOf(OTHER).seal('x');
    expect(boxOf(KEY, OTHER).open(sealed)).toBe('x');
    expect(() => boxOf(KEY).open(sealed)).toThrow('put the former key back');
  });

  it('refuses what was changed', () => {
    const bytes = Buffer.from(boxOf(KEY).seal('secret'), 'base64url');
    bytes[bytes.length - 1] ^= 1;
    expect(() => boxOf(KEY).open(bytes.toString('base64url'))).toThrow();
  });

  it('hashes for one purpose only', () => {
    expect(boxOf(KEY).hash('a', 'bc')).toBe(boxOf(KEY).hash('a', 'bc'));
    expect(boxOf(KEY).hash('a', 'bc')).not.toBe(boxOf(KEY).hash('ab', 'c'));
  });
});
