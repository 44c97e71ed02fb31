import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { SMTPServer } from 'smtp-server';
import { newId } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { I18n, serverCatalogs } from '@platform/i18n';
import { JobsWorkerModule } from '@platform/jobs';
import { Mail, MailModule, MailWorkerModule, Recipients } from '@platform/mail';
import { type Core, startCore, systemActor } from '../support/core';
import { eventually } from '../support/eventually';

const ANA = newId();
const words = {
  mails: {
    news: { subject: 'News for {{name}}', paragraphs: ['Read {{title}}.'], action: 'Read' },
    reset: { subject: 'New password', paragraphs: ['Choose it.'], action: 'Choose' },
  },
};

@Global()
@Module({
  providers: [
    {
      provide: Recipients,
      useValue: {
        person: async (_tx: Tx, id: string) =>
          id === ANA ? { address: 'ana@example.org', name: 'Ana', locale: 'es' } : null,
      },
    },
    {
      provide: I18n,
      useFactory: () => {
        const { en, es } = serverCatalogs();
        return new I18n({ en: { ...en, test: words }, es: { ...es, test: words } });
      },
    },
  ],
  exports: [Recipients, I18n],
})
class People {}

const folder = mkdtempSync(join(tmpdir(), 'braidway-mail-'));
const imports = [People, MailModule, JobsWorkerModule, MailWorkerModule];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function tenantOf(core: Core): Promise<string> {
  const id = newId();
  await core.asSuperuser(
    `insert into tenant (id, slug, name, time_zone, created_at, updated_at)
     values ($1, $2, 'Michigan', 'America/Detroit', now(), now())`,
    [id, `t${id.slice(-10)}`],
  );
  return id;
}

const news = { template: 'test.news', data: { title: 'the plan', link: '/t/michigan/plans/1' } };
const files = () => readdirSync(join(folder, 'mail'));

describe('without a mail server', () => {
  let core: Core;
  let mail: Mail;
  let database: Database;
  beforeAll(async () => {
    core = await startCore({ imports, env: { DATA_DIR: folder, PUBLIC_URL: 'https://braidway.example' } });
    mail = core.get(Mail);
    database = core.database;
  });
  afterAll(() => core.close());

  it('writes the mail of a committed use case as one file, in the language of the person', async () => {
    const actor = systemActor(await tenantOf(core));
    const id = await database.transaction(actor, (tx) => mail.send(tx, { ...news, toPersonId: ANA }));
    await eventually(() => expect(files()).toEqual([`${id}.eml`]));
    const source = readFileSync(join(folder, 'mail', `${id}.eml`), 'utf8');
    expect(source).toContain('To: ana@example.org');
    expect(source).toContain(`Message-ID: <${id}@braidway.example>`);
    expect(source).toContain('Subject: News for Ana');
    expect(source).toContain('https://braidway.example/t/michigan/plans/1');
    expect(source).toContain('Hola, Ana:');
  });

  it('forgets the words of a mail once it was sent, and keeps them unreadable before', async () => {
    const actor = systemActor(await tenantOf(core));
    const [id, before] = await database.transaction(actor, async (tx) => {
      const sent = await mail.send(tx, { ...news, toPersonId: ANA });
      return [sent, await tx.query<{ content: string }>('select content from mail_message where id = $1', [sent])];
    });
    expect(before[0].content).not.toContain('plan');
    await eventually(async () => {
      const rows = await core.asSuperuser('select status, content, version from mail_message where id = $1', [id]);
      expect(rows).toEqual([{ status: 'sent', content: null, version: 2 }]);
    });
  });

  it('sends nothing for a use case that is rolled back, and nothing to somebody who left', async () => {
    const actor = systemActor(await tenantOf(core));
    const failing = database.transaction(actor, async (tx) => {
      await mail.send(tx, { ...news, to: { address: 'bo@example.org' } });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const nobody = await database.transaction(actor, (tx) => mail.send(tx, { ...news, toPersonId: newId() }));
    expect(nobody).toBeNull();
    const rows = await core.asSuperuser('select 1 from mail_message where tenant_id = $1', [actor.tenantId]);
    expect(rows).toEqual([]);
  });

  it('refuses a mail whose words are missing before anything is committed', async () => {
    const actor = systemActor(await tenantOf(core));
    const wrong = database.transaction(actor, (tx) =>
      mail.send(tx, { template: 'test.news', data: { link: '/x' }, toPersonId: ANA }),
    );
    await expect(wrong).rejects.toThrow('"title"');
  });

  it('forgets to whom a mail was sent after ninety days', async () => {
    const actor = systemActor(await tenantOf(core));
    await database.transaction(actor, (tx) => mail.send(tx, { ...news, toPersonId: ANA }));
    const left = () => core.asSuperuser('select status from mail_message where tenant_id = $1', [actor.tenantId]);
    await eventually(async () => expect(await left()).toEqual([{ status: 'sent' }]));
    core.clock.moveTo(new Date(core.clock.now().getTime() + 89 * 86_400_000));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await left()).toHaveLength(1);
    core.clock.moveTo(new Date(core.clock.now().getTime() + 3 * 86_400_000));
    await eventually(async () => expect(await left()).toEqual([]));
  });

  it('sends a mail that belongs to no tenant', async () => {
    const id = await database.system('sign-in', (tx) =>
      mail.sendGlobal(tx, { template: 'test.reset', data: { link: '/reset' }, to: { address: 'cy@example.org' } }),
    );
    await eventually(() => expect(files()).toContain(`${id}.eml`));
    await eventually(async () => {
      expect(await core.asSuperuser('select 1 from global_mail where id = $1', [id])).toEqual([]);
    });
  });
});

describe('with a mail server', () => {
  const received: { to: string[]; body: string }[] = [];
  let refusals = 2;
  let core: Core;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refusals-- > 0 ? new Error('try later') : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map((to) => to.address),
          body: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as { port: number };
    core = await startCore({
      imports,
      env: { DATA_DIR: folder, SMTP_URL: `smtp://127.0.0.1:${port}/?from=office@michigan.example` },
    });
  });
  afterAll(async () => {
    await core.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it('hands each mail over once, and tries again when the server refuses for a while', async () => {
    const actor = systemActor(await tenantOf(core));
    const mail = core.get(Mail);
    const ids = await core.database.transaction(actor, async (tx) => {
      const sent: (string | null)[] = [];
      for (let n = 0; n < 10; n++) sent.push(await mail.send(tx, { ...news, to: { address: `p${n}@example.org` } }));
      return sent;
    });
    await eventually(() => expect(received).toHaveLength(10), 20_000);
    expect(received.map((mail) => mail.to[0]).sort()).toEqual(ids.map((_, n) => `p${n}@example.org`).sort());
    expect(received.every((mail) => mail.body.includes('From: Braidway <office@michigan.example>'))).toBe(true);
    await eventually(async () => {
      const rows = await core.asSuperuser(`select status from mail_message where tenant_id = $1`, [actor.tenantId]);
      expect(rows).toEqual(ids.map(() => ({ status: 'sent' })));
    });
    expect(received).toHaveLength(10);
  });
});
