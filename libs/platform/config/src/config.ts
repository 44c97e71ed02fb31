import { createHash } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import { PROJECT_ROOT } from './project-root';

type Environment = Record<string, string | undefined>;

const MEGABYTE = 1_048_576;

/** A setting of the environment is missing or wrong; the message is one line that names it and says what to do. */
export class ConfigError extends Error {}

/** Where objects are stored when files do not go to the data folder. */
export interface S3Config {
  host: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
  insecure: boolean;
}

/** The checked configuration of one process. Nothing else reads the environment. */
export class Config {
  readonly projectRoot: string = PROJECT_ROOT;
  /** Address the server binds to, and its TCP port. */
  host: string;
  port: number;
  dataDir: string;
  /** Login role without ownership; undefined means: the embedded database of `npm start`. */
  databaseUrl?: string;
  /** Owner of the tables, for migrations only. */
  databaseMigrationUrl?: string;
  /** Past a pooler: for LISTEN and the job queue. */
  databaseDirectUrl?: string;
  /** A replica for reads that may be seconds old. */
  databaseReadUrl?: string;
  /** Largest number of connections of this process to the database. */
  databasePoolSize: number;
  redisUrl?: string;
  smtpUrl?: string;
  /** What people type into the browser, without a slash at the end. */
  publicUrl: string;
  s3?: S3Config;
  /** Largest file that can be uploaded. */
  fileBytes: number;
  /** 32-byte keys; the first encrypts and signs, all of them decrypt and verify. */
  secretKeys: Buffer[];
  demo: boolean;
  demoPassword?: string;
  /** The database, mail folder and demo of `npm start` rather than a production set-up. */
  embedded: boolean;
  rateLimit: boolean;
  logLevel: string;

  /** Whether cookies are `Secure` and carry the `__Host-` prefix. */
  get https(): boolean {
    return this.publicUrl.startsWith('https://');
  }
}

function integer(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not "${text}".`);
  return value;
}

function flag(env: Environment, name: string, fallback: boolean): boolean {
  const text = env[name]?.toLowerCase();
  if (text === undefined || text === '') return fallback;
  if (['1', 'true', 'on', 'yes'].includes(text)) return true;
  if (['0', 'false', 'off', 'no'].includes(text)) return false;
  throw new ConfigError(`${name} must be true or false, not "${text}".`);
}

function url(env: Environment, name: string, protocols: string[]): string | undefined {
  const text = env[name];
  if (!text) return undefined;
  let parsed: URL;
  try {
    parsed = new URL(text);
  } catch {
    throw new ConfigError(`${name} is not a valid address; it should look like ${protocols[0]}//host...`);
  }
  if (!protocols.includes(parsed.protocol))
    throw new ConfigError(`${name} must begin with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
  return text;
}

function s3(env: Environment): S3Config | undefined {
  const text = url(env, 'S3_URL', ['s3:', 's3+http:']);
  if (!text) return undefined;
  const parsed = new URL(text);
  const bucket = parsed.pathname.slice(1);
  if (!parsed.username || !parsed.password || !bucket)
    throw new ConfigError('S3_URL must look like s3://key:secret@host/bucket?region=us-east-1.');
  return {
    host: parsed.host,
    bucket,
    region: parsed.searchParams.get('region') ?? 'us-east-1',
    accessKey: decodeURIComponent(parsed.username),
    secretKey: decodeURIComponent(parsed.password),
    insecure: parsed.protocol === 's3+http:',
  };
}

function secretKeys(env: Environment): Buffer[] {
  const texts = (env.SECRET_KEY ?? '')
    .split(',')
    .map((key) => key.trim())
    .filter(Boolean);
  if (texts.length === 0)
    throw new ConfigError(
      'SECRET_KEY is required with DATABASE_URL: give 32 or more random characters (a list with commas rotates keys).',
    );
  if (texts.some((key) => key.length < 32))
    throw new ConfigError('Each key in SECRET_KEY must have at least 32 characters.');
  return texts.map((key) => createHash('sha256').update(key).digest());
}

/**
 * Reads and checks the environment.
 * @throws ConfigError naming the first setting that is wrong.
 */
export function loadConfig(env: Environment = process.env): Config {
  const config = new Config();
  config.embedded = flag(env, 'BRAIDWAY_EMBEDDED', !env.DATABASE_URL);
  config.host = env.HOST || '127.0.0.1';
  config.port = integer(env, 'PORT', 3000, 0, 65_535);
  const folder = env.DATA_DIR || '.data';
  config.dataDir = isAbsolute(folder) ? folder : join(PROJECT_ROOT, folder);
  const postgres = ['postgres:', 'postgresql:'];
  config.databaseUrl = url(env, 'DATABASE_URL', postgres);
  config.databaseMigrationUrl = url(env, 'DATABASE_MIGRATION_URL', postgres);
  config.databaseDirectUrl = url(env, 'DATABASE_DIRECT_URL', postgres) ?? config.databaseUrl;
  config.databaseReadUrl = url(env, 'DATABASE_READ_URL', postgres);
  config.databasePoolSize = integer(env, 'DATABASE_POOL_SIZE', 10, 1, 200);
  config.redisUrl = url(env, 'REDIS_URL', ['redis:', 'rediss:']);
  config.smtpUrl = url(env, 'SMTP_URL', ['smtp:', 'smtps:']);
  config.publicUrl = (url(env, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${config.port}`).replace(
    /\/+$/,
    '',
  );
  config.s3 = s3(env);
  config.fileBytes = integer(env, 'FILE_MEGABYTES', 25, 1, 1000) * MEGABYTE;
  config.secretKeys = config.databaseUrl ? secretKeys(env) : [];
  config.demo = flag(env, 'DEMO', config.embedded);
  config.demoPassword = env.DEMO_PASSWORD || undefined;
  config.rateLimit = flag(env, 'RATE_LIMIT', true);
  config.logLevel = env.LOG_LEVEL || 'info';
  return config;
}
