import { newId } from '@platform/context';
import { JobsHttpModule } from '@platform/jobs';
import { HttpCore, somebody } from '../support/http-core';

const admin = (tenantId: string, role = 'state_admin') =>
  somebody(tenantId, {
    grants: [{ role, scope: 'tenant', scopeId: null, organizationIds: [], partnershipIds: [] }],
  });

let core: HttpCore;
beforeAll(async () => {
  core = await HttpCore.start({ imports: [JobsHttpModule], env: { DEMO: 'true' } });
});
afterAll(() => core?.close());

async function givenUp(tenantId: string, handler = 'send-mail'): Promise<{ id: string; eventId: string }> {
  const [id, eventId] = [newId(), newId()];
  await core.asSuperuser(
    `insert into outbox (id, tenant_id, type, payload, run_after, created_at, relayed_at, handlers)
     values ($1, $2, 'mail.requested.v1', '{}', now(), now(), now(), array[$3])`,
    [eventId, tenantId, handler],
  );
  await core.asSuperuser(
    `insert into dead_letter (tenant_id, id, version, created_at, updated_at, event_id, event_type, handler, error,
       attempts, failed_at) values ($1, $2, 1, now(), now(), $3, 'mail.requested.v1', $4, 'Error ETIMEDOUT', 10, now())`,
    [tenantId, id, eventId, handler],
  );
  return { id, eventId };
}

const send = async (method: 'GET' | 'POST' | 'PUT', url: string, more: object = {}) => {
  const answer = await core.inject({ method, url, ...more });
  return { status: answer.statusCode, body: answer.json() };
};

it('lists what was given up with the counts, and what the caller may do', async () => {
  const me = admin(newId());
  const { id, eventId } = await givenUp(me.tenantId);
  const { status, body } = await send('GET', `${me.base}/jobs?state=failed`, { headers: me.headers });
  expect(status).toBe(200);
  expect(body.counts).toEqual({ waiting: 0, failed: 1, replaying: 0 });
  expect(body.items).toEqual([
    expect.objectContaining({ id, eventId, state: 'failed', error: 'Error ETIMEDOUT', allowed: ['replay'] }),
  ]);
  expect((await send('GET', `${me.base}/jobs?state=resolved`, { headers: me.headers })).body.total).toBe(0);
  expect((await send('GET', `${me.base}/jobs?state=lost`, { headers: me.headers })).status).toBe(422);
});

it('hands the event over again on a replay, and only once', async () => {
  const me = admin(newId());
  const { id, eventId } = await givenUp(me.tenantId);
  const replay = () => send('POST', `${me.base}/jobs/${id}/replay`, { headers: me.headers });
  const answers = await Promise.all([replay(), replay()]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  const [row] = await core.asSuperuser<{ relayed_at: Date | null; round: number }>(
    'select relayed_at, round from outbox where id = $1',
    [eventId],
  );
  expect(row).toEqual({ relayed_at: null, round: 2 });
  const { body } = await send('GET', `${me.base}/jobs`, { headers: me.headers });
  expect(body.counts).toEqual({ waiting: 1, failed: 0, replaying: 1 });
});

it('serves state administrators of the tenant, and nobody else', async () => {
  const me = admin(newId());
  const { id } = await givenUp(me.tenantId);
  const lead = admin(me.tenantId, 'lead');
  const stranger = admin(newId());
  const path = `/jobs/${id}/replay`;
  expect((await send('GET', `${lead.base}/jobs`, { headers: lead.headers })).status).toBe(403);
  expect((await send('POST', `${lead.base}${path}`, { headers: lead.headers })).status).toBe(403);
  expect((await send('POST', `${stranger.base}${path}`, { headers: stranger.headers })).status).toBe(404);
  expect((await send('POST', `${me.base}${path}`, { headers: stranger.headers })).status).toBe(404);
  expect((await send('GET', `${me.base}/jobs`)).status).toBe(401);
  expect((await send('GET', '/api/v1/jobs', { headers: me.headers })).status).toBe(403);
});

describe("the demo's clock", () => {
  it('is moved from the same machine, for every process, and answers once what fell due was taken over', async () => {
    await core.asSuperuser('update outbox set relayed_at = null, run_after = $1', ['2031-04-30']);
    setTimeout(() => void core.asSuperuser('update outbox set relayed_at = now()'), 700);
    const asked = performance.now();
    const moved = await send('PUT', '/api/v1/demo/clock', { payload: { now: '2031-05-01T12:00:00Z' } });
    expect(moved).toMatchObject({ status: 200, body: { dueHandedOver: true } });
    expect(performance.now() - asked).toBeGreaterThan(650);
    expect(moved.body.now).toMatch(/^2031-05-01T12:00/);
    expect((await send('GET', '/api/v1/demo/clock')).body.now).toMatch(/^2031-05-01T12:0/);
    core.clock.offsetMs = 0; // as if another process had moved it: the stored offset is followed
    for (let waited = 0; core.clock.now().getFullYear() < 2031 && waited < 3000; waited += 50)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(core.clock.now().getFullYear()).toBe(2031);
  });

  it('refuses what is no instant', async () => {
    const answer = await send('PUT', '/api/v1/demo/clock', { payload: { now: 'tomorrow' } });
    expect(answer.status).toBe(422);
  });

  it('is at no address for other machines, and outside a demo', async () => {
    const remoteAddress = '203.0.113.7';
    expect((await send('GET', '/api/v1/demo/clock', { remoteAddress })).status).toBe(404);
    const payload = { now: '2031-05-01T12:00:00Z' };
    expect((await send('PUT', '/api/v1/demo/clock', { remoteAddress, payload })).status).toBe(404);
    const real = await HttpCore.start({ imports: [JobsHttpModule] });
    const answer = await real.inject({ method: 'PUT', url: '/api/v1/demo/clock', payload });
    expect(answer.statusCode).toBe(404);
    expect(real.clock.offsetMs).toBe(0);
    await real.close();
  });
});
