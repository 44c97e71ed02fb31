import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { TestApp } from '../support/app';
import { aDraftRound, aLockedRound, aTeam, mustMove, type Team } from '../support/builders/assessments';
import { aPerson, inTenant } from '../support/builders/directory';
import { as } from '../support/client';
import { startWorker, until } from '../support/worker';

let app: TestApp;
let worker: INestApplicationContext;
let team: Team;
let folder: string;
beforeAll(async () => {
  app = await TestApp.start();
  team = await aTeam(app);
  folder = mkdtempSync(join(tmpdir(), 'braidway-mail-'));
  worker = await startWorker(app.database, [WorkerModule], {
    DATA_DIR: folder,
    SECRET_KEY: process.env.SECRET_KEY!, // both read what the other has sealed
  });
});
afterAll(async () => {
  await worker.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const mails = () =>
  inTenant(app, team.tenant, (tx) =>
    tx.query<{ person_id: string; template: string }>(
      `select person_id, template from mail_message where tenant_id = $1 and template like 'assessments.%'`,
      [tx.tenantId],
    ),
  );

it('asks each respondent once when answering opens, and whoever joins later', async () => {
  const round = await aDraftRound(app, team, { elementKeys: ['partnerships'], dueOn: '2099-01-31' });
  await mustMove(app, team.lead, round, 'open');
  await until(async () => (await mails()).length === 5);
  expect(new Set((await mails()).map(({ person_id: id }) => id))).toEqual(
    new Set(team.people.map(({ personId }) => personId)),
  );
  expect(new Set((await mails()).map(({ template }) => template))).toEqual(new Set(['assessments.asked-by-day']));
  const { id: organizationId } = team.organizations.college;
  const late = await aPerson(app, team.tenant, { role: 'college_liaison', organizationId });
  await as(app, team.lead).post(`${round.path}/respondents`, { personId: late.personId, organizationId });
  await until(async () => (await mails()).length === 6);
  expect((await mails()).filter(({ person_id: id }) => id === late.personId)).toHaveLength(1);
});

it('begins the thread: a gap says of which rating it came', async () => {
  const round = await aLockedRound(app, team);
  const base = `/t/${team.tenant.slug}`;
  const [gap] = (await as(app, team.lead).get(`${base}/gaps?assessmentId=${round.id}`)).body.items;
  const thread = await as(app, team.lead).get(`${base}/threads?kind=gap&id=${gap.id}`);
  expect(thread.body.links).toMatchObject([{ from: { kind: 'consensus_rating' }, to: { kind: 'gap', id: gap.id } }]);
  const stranger = await aTeam(app, team.tenant);
  expect((await as(app, stranger.lead).get(`${base}/threads?kind=gap&id=${gap.id}`)).status).toBe(404);
});
