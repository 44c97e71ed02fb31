import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Global, Module } from '@nestjs/common';
import { SMTPServer } from 'smtp-server';
import { AuditModule, AuditVerifier } from '@platform/audit';
import { newId } from '@platform/context';
import { Mail, MailModule, Recipients } from '@platform/mail';
import { Outbox } from '@platform/outbox';
import { type Core, startCore, systemActor } from '../support/core';
import { MAIL_WORDS } from './mail-words';

const JOBS = 500;
const KILLS = 5;
const SENT_AT_ONCE = 5;
const SERVER_TAKES_MS = 20;

@Global()
@Module({
  providers: [{ provide: Recipients, useValue: { person: async () => null } }, MAIL_WORDS],
  exports: [Recipients, MAIL_WORDS],
})
class Surroundings {}

/** A mail server that takes its time. It counts what it accepted, and files each Message-ID once, as mail stores do. */
class MailServer {
  readonly accepted: string[] = [];
  readonly filed = new Map<string, string>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) =>
      void this.take(stream, session.envelope.rcptTo[0].address).then(() => done(), done), // a kill may cut a mail short
  });

  async start(): Promise<string> {
    this.server.on('error', () => undefined); // connections of killed workers
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async take(stream: AsyncIterable<Buffer> & { sizeExceeded?: boolean }, recipient: string): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part);
    const [, id] = /^Message-ID: <(.+)>/im.exec(Buffer.concat(parts).toString())!;
    this.accepted.push(id);
    this.filed.set(id, recipient);
    await sleep(SERVER_TAKES_MS); // accepted, not yet answered: the worst moment for the worker to die
  }
}

const folder = mkdtempSync(join(tmpdir(), 'braidway-killed-'));
const tenantId = newId();
const mails = new MailServer();
let core: Core;
let environment: NodeJS.ProcessEnv;
let output = '';
let worker: ChildProcess | undefined;

beforeAll(async () => {
  core = await startCore({
    tables: 'create table effect_log (event_id uuid); grant all on effect_log to braidway_app;',
    imports: [Surroundings, AuditModule, MailModule],
    env: { DATA_DIR: folder },
  });
  await core.asSuperuser(
    `insert into tenant (id, slug, name, time_zone, created_at, updated_at)
     values ($1, 'michigan', 'Michigan', 'America/Detroit', now(), now())`,
    [tenantId],
  );
  environment = {
    ...process.env,
    DATABASE_URL: core.storage.url,
    SECRET_KEY: 'test-test-test-test-test-test-test-test',
    DATA_DIR: folder,
    SMTP_URL: await mails.start(),
  };
});
afterAll(async () => {
  worker?.kill('SIGKILL');
  await mails.stop();
  await core?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a worker and waits until it works. */
async function startWorker(): Promise<ChildProcess> {
  const hook = join(__dirname, '../support/register-swc.js');
  const child = spawn(process.execPath, ['-r', hook, join(__dirname, 'killed-worker.ts')], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout!.on('data', (text) => (output += text));
  child.stderr!.on('data', (text) => (output += text));
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`The worker ended with ${code}: ${output}`)));
  });
  return child;
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return ended;
}

const count = async (sql: string) => (await core.asSuperuser<{ n: number }>(`select (${sql})::int as n`))[0].n;
/** Deliveries that are done; a day's own work may fall into the run. */
const done = () => count(`select count(*) from inbox where handler <> 'forget-mails'`);

it(`does each of ${JOBS} mails and ${JOBS} changes exactly once although the worker is killed ${KILLS} times`, async () => {
  for (let number = 0; number < JOBS; number++)
    await core.database.transaction(systemActor(tenantId), async (tx) => {
      const to = { address: `person${number}@example.org` };
      await core.get(Mail).send(tx, { template: 'test.news', data: { number }, to });
      await core.get(Outbox).append(tx, { type: 'test.thing-happened.v1', payload: {} });
    });
  const progress: number[] = [];
  for (let kills = 0; kills < KILLS; kills++) {
    worker = await startWorker();
    await sleep(randomInt(100, 1500));
    await kill(worker, 'SIGKILL');
    progress.push(await done());
  }
  expect(progress[0]).toBeLessThan(2 * JOBS); // it was killed in the middle of its work
  worker = await startWorker();
  for (let waited = 0; (await done()) < 2 * JOBS && waited < 90_000; waited += 250) await sleep(250);
  await sleep(3500); // whatever would come twice comes now; and the last events are sealed

  expect(mails.filed.size).toBe(JOBS);
  expect(new Set(mails.filed.values()).size).toBe(JOBS);
  expect(mails.accepted.length - JOBS).toBeLessThanOrEqual(KILLS * SENT_AT_ONCE); // repeats carry the same Message-ID
  expect(await count('select count(*) from effect_log')).toBe(JOBS);
  expect(await count('select count(distinct event_id) from effect_log')).toBe(JOBS);
  expect(await count(`select count(*) from mail_message where status = 'sent'`)).toBe(JOBS);
  expect(await count(`select count(*) from audit_event where change_kind = 'update'`)).toBe(JOBS);
  expect(await done()).toBe(2 * JOBS);
  expect(await count('select count(*) from dead_letter')).toBe(0);
  expect(await core.get(AuditVerifier).verify(tenantId)).toMatchObject({ ok: true, sealed: 2 * JOBS, waiting: 0 });
  expect(output).not.toContain('@example.org');
  expect(await kill(worker, 'SIGTERM')).toBe(0);
}, 600_000);
