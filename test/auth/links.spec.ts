import { IsString } from 'class-validator';
import { Actor, newId } from '@platform/context';
import { Database } from '@platform/database';
import { actorOf, type LinkHandler, Links, type LinkSpec } from '@platform/links';
import { type SignInApp, startSignInApp } from './sign-in-app';

class Confirmation {
  @IsString() note: string;
}

let app: SignInApp;
let links: Links;
let database: Database;
const carriedOut: string[] = [];
const tenantId = newId();
const system = Actor.system(tenantId, 'job:test');

function handler(fails = false): LinkHandler<Confirmation> {
  return {
    body: Confirmation,
    about: (link) => Promise.resolve({ hours: link.payload.hours }),
    redeem: (link, body, use) =>
      database.transaction(actorOf(link), async (tx) => {
        await use(tx);
        if (fails || body.note === 'fail') throw new Error('the rest of the work failed');
        carriedOut.push(link.subjectId);
        return { note: body.note };
      }),
  };
}

beforeAll(async () => {
  app = await startSignInApp();
  links = app.http.get(Links);
  database = app.http.get(Database);
  links.onRedeem('confirm-hours', handler());
  links.onRedeem('sign', handler());
});

afterAll(() => app.close());

async function issue(spec: Partial<LinkSpec> = {}): Promise<{ token: string; id: string; url: string }> {
  const id = newId();
  const expiresAt = new Date(app.clock.now().getTime() + 86_400_000);
  const url = await database.transaction(system, (tx) =>
    links.issue(tx, {
      purpose: 'confirm-hours',
      subject: { kind: 'placement', id },
      expiresAt,
      payload: { hours: 12 },
      ...spec,
    }),
  );
  return { token: url.split('/').at(-1)!, id, url };
}

const look = (token: string) => app.http.inject({ method: 'GET', url: `/api/v1/links/${token}` });
const redeem = (token: string, payload: object = { note: 'ok' }) =>
  app.http.inject({ method: 'POST', url: `/api/v1/links/${token}`, payload });

it('shows what a link is about as often as one looks, and changes nothing by it', async () => {
  const { token, url } = await issue();
  expect(url).toMatch(/^http:\/\/localhost:\d+\/l\/[A-Za-z0-9_-]{43}$/);
  for (let times = 0; times < 3; times++) {
    const answer = await look(token);
    expect(answer.json()).toMatchObject({ purpose: 'confirm-hours', about: { hours: 12 } });
    expect(answer.headers['cache-control']).toBe('no-store');
  }
  expect((await redeem(token)).statusCode).toBe(200);
});

it('lets exactly one of twenty parallel redemptions through', async () => {
  const { token, id } = await issue();
  const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(token)));
  expect(answers.map((answer) => answer.statusCode).sort((a, b) => a - b)).toEqual([
    200,
    ...Array<number>(19).fill(404),
  ]);
  expect(carriedOut.filter((done) => done === id)).toHaveLength(1);
});

it('answers the same to expired, used, revoked, unknown and garbled links', async () => {
  const expired = await issue({ expiresAt: new Date(app.clock.now().getTime() - 1) });
  const used = await issue();
  await redeem(used.token);
  const revoked = await issue();
  await database.transaction(system, (tx) => links.revoke(tx, revoked.id));
  const unhandled = await issue({ purpose: 'nobody-cares' });
  const tokens = [expired.token, used.token, revoked.token, unhandled.token, 'a'.repeat(43), 'x', `${used.token}'--`];
  const bodies = new Set<string>();
  for (const answer of [
    ...(await Promise.all(tokens.map(look))),
    ...(await Promise.all(tokens.map((t) => redeem(t)))),
  ]) {
    const { requestId, ...rest } = answer.json<{ requestId: string }>();
    expect(requestId).toBeTruthy();
    bodies.add(JSON.stringify([answer.statusCode, rest]));
  }
  expect([...bodies]).toEqual([expect.stringContaining('link-invalid')]);
});

it('is not accepted for another purpose than its own', async () => {
  const { token } = await issue();
  await expect(links.redeem(token, { note: 'ok' }, 'sign')).rejects.toMatchObject({ code: 'link-invalid' });
  await expect(links.redeem(token, { note: 'ok' }, 'confirm-hours')).resolves.toEqual({ note: 'ok' });
});

it('stays good when what is sent is wrong or the work behind it fails', async () => {
  const { token } = await issue();
  expect((await redeem(token, { note: 7 })).statusCode).toBe(422);
  expect((await redeem(token, { note: 'ok', extra: 1 })).statusCode).toBe(422);
  expect((await redeem(token, [])).statusCode).toBe(400);
  expect((await redeem(token, { note: 'fail' })).statusCode).toBe(500);
  expect((await redeem(token)).statusCode).toBe(200);
});

it('keeps neither the token nor the address in the database', async () => {
  const { token, id } = await issue();
  const [row] = await database.transaction(system, (tx) =>
    tx.query<object>('select * from link where subject_id = $1', [id]),
  );
  expect(JSON.stringify(row)).not.toContain(token);
});

it('hides the links of one tenant from another', async () => {
  const { id } = await issue();
  const other = Actor.system(newId(), 'job:test');
  expect(await database.transaction(other, (tx) => tx.query('select 1 from link where subject_id = $1', [id]))).toEqual(
    [],
  );
});
