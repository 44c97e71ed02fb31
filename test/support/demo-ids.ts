import { Accounts } from '@platform/auth';
import { MailRenderer } from '@platform/mail';
import { Assessment, Gap } from '@domain/assessments';
import { Organization, Person, Tenants } from '@domain/directory';
import { Partnership } from '@domain/partnerships';
import { demoEmail } from '../../apps/cli/src/demo/demo-state';
import type { TestApp } from './app';
import { inTenant, signIn, unique } from './builders/directory';
import { as } from './client';

type Headers = Awaited<ReturnType<typeof signIn>>;

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
  /** A list of organizations that was uploaded and not applied: a new one, a doubtful one, and one with a mistake. */
  importRun: string;
}

const LIST = `name,kind,nces_lea
Parchment Schools,school_district,2627540
Kalamazoo Public School,school_district,
School without id,school_district,26
`;

/** Looks the records up by their demo keys, sends an invitation, and uploads a list. */
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
  const account = (await app.nest.get(Accounts).find(demoEmail('state-admin')))!;
  const headers = await signIn(app, account.id);
  return {
    ...found,
    invitation: await anInvitation(app, headers, found.organization),
    importRun: await anUpload(app, headers),
  };
}

/** Token of an invitation, as it stands in its mail. */
async function anInvitation(app: TestApp, headers: Headers, organizationId: string): Promise<string> {
  const rendered = jest.spyOn(app.nest.get(MailRenderer), 'render');
  const sent = await as(app, { headers }).post('/t/michigan/invitations', {
    ...{ email: `new-${unique()}@example.org`, displayName: 'Nora New' },
    ...{ role: 'district_coordinator', scope: 'organization', scopeId: organizationId },
  });
  if (sent.status !== 201) throw new Error(`The invitation was refused: ${JSON.stringify(sent.body)}`);
  const [, { link }] = rendered.mock.calls.at(-1)!;
  rendered.mockRestore();
  return link!.split('/l/')[1];
}

async function anUpload(app: TestApp, headers: Headers): Promise<string> {
  const mark = 'x-part-mark-x';
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\ncontent-type: text/csv`;
  const answer = await app.nest.inject({
    ...{ method: 'POST', url: '/api/v1/t/michigan/imports' },
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${mark}` },
    payload: `${head}\r\n\r\n${LIST}\r\n--${mark}--\r\n`,
  });
  if (answer.statusCode !== 201) throw new Error(`The list was refused: ${answer.body}`);
  return answer.json<{ id: string }>().id;
}
