import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestApp } from './support/app';

const ROOT = join(__dirname, '..');
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

interface Operation {
  operationId: string;
  'x-permission'?: string;
  responses: Record<string, { content?: object }>;
}

function operations(document: { paths: Record<string, Record<string, Operation>> }): [string, Operation][] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]): [string, Operation] => [`${method} ${path}`, operation]),
  );
}

describe('the page of the API', () => {
  it('shows every operation to people, under the content policy', async () => {
    const app = await TestApp.start();
    const page = await app.nest.inject({ url: '/api/docs' });
    await app.close();
    expect(page.headers['content-security-policy']).toMatch(/style-src 'self' 'nonce-/);
    for (const id of ['partnerships.create', 'assessments.lock', 'auth.login'])
      expect(page.body).toContain(`id="${id}"`);
  });
});

describe('the OpenAPI document', () => {
  const program = join(ROOT, 'dist/apps/api/src/write-openapi.js');
  const fresh = execFileSync(process.execPath, [program], { encoding: 'utf8', maxBuffer: 50_000_000 });
  const document = JSON.parse(fresh);

  it('is the committed one (npm run generate renews it and the types of the web client)', () => {
    expect(readFileSync(join(ROOT, 'apps/api/openapi.json'), 'utf8')).toBe(fresh);
  });

  it('names every operation once, with the right it asks for', () => {
    const names = operations(document).map(([, operation]) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    const silent = operations(document).filter(([, operation]) => !operation['x-permission']);
    expect(silent.map(([route]) => route)).toEqual([]);
  });

  it('says for every operation what a success looks like and how it can fail', () => {
    const wordless = operations(document).filter(([, { responses }]) => {
      const success = Object.keys(responses).filter((status) => status.startsWith('2'));
      const answered = success.some((status) => ['202', '204'].includes(status) || responses[status].content);
      return !answered || !responses['404'] || !responses['429'];
    });
    expect(wordless.map(([route]) => route)).toEqual([]);
  });
});
