import { Accounts } from '@platform/auth';
import { MailRenderer } from '@platform/mail';
import { Assessment, Gap } from '@domain/assessments';
import { Organization, Person, Tenants } from '@domain/directory';
import { Partnership } from '@domain/partnerships';
import { demoEmail } from '../../apps/cli/src/demo/demo-state';
import type { TestApp } from './app';
import { inTenant, signIn, unique } from './builders/directory';
import { as } from './client';

/** Ids of records of the demo tenant Michigan, and the token of an open invitation. */
export interface DemoIds {
  openRound: string;
  talkRound: string;
  lockedRound: string;
  gap: string;
  partnership: string;
  organization: string;
  person: string;
  invitation: string;
}

/** Looks the records up by their demo keys, and sends an invitation. */
export async function demoIds(app: TestApp): Promise<DemoIds> {
  const tenant = (await app.nest.get(Tenants).bySlug('michigan'))!;
  const found = await inTenant(app, tenant, async (tx) => {
    const keyed = async (
      entity: typeof Assessment | typeof Partnership | typeof Organization | typeof Person,
      demoKey: string,
    ) => (await tx.rows(entity as typeof Assessment).find({ demoKey }))[0].id;
    const lockedRound = await keyed(Assessment, 'mi-kalamazoo-1');
    return {
      lockedRound,
      openRound: await keyed(Assessment, 'mi-kalamazoo-2'),
      talkRound: await keyed(Assessment, 'mi-st-joseph-1'),
      gap: (await tx.rows(Gap).find({ assessmentId: lockedRound, band: 'plan_as_project' }))[0].id,
      partnership: await keyed(Partnership, 'mi-kalamazoo'),
      organization: await keyed(Organization, 'mi-kps'),
      person: await keyed(Person, 'college'),
    };
  });
  return { ...found, invitation: await anInvitation(app, found.organization) };
}

/** Token of an invitation, as it stands in its mail. */
async function anInvitation(app: TestApp, organizationId: string): Promise<string> {
  const rendered = jest.spyOn(app.nest.get(MailRenderer), 'render');
  const account = (await app.nest.get(Accounts).find(demoEmail('state-admin')))!;
  const sent = await as(app, { headers: await signIn(app, account.id) }).post('/t/michigan/invitations', {
    ...{ email: `new-${unique()}@example.org`, displayName: 'Nora New' },
    ...{ role: 'district_coordinator', scope: 'organization', scopeId: organizationId },
  });
  if (sent.status !== 201) throw new Error(`The invitation was refused: ${JSON.stringify(sent.body)}`);
  const [, { link }] = rendered.mock.calls.at(-1)!;
  rendered.mockRestore();
  return link!.split('/l/')[1];
}
