import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aGrant, anOrganization, aPerson, aRegion, unique } from '../support/builders/directory';
import { as } from '../support/client';
import type { RouteCase } from './route-case';
import { aPartnershipOf, type World } from './world';

const LIST = readFileSync(join(__dirname, '../../libs/domain/directory/test-data/ccd-lea-2023.csv'));
const upload = { name: 'list.csv', bytes: LIST };

const of = (world: World) => as(world.app, world.people.admin);
const at = (world: World, rest: string) => `/t/${world.tenant.slug}${rest}`;

async function anImport(world: World): Promise<{ id: string; version: number; row: { id: string; version: number } }> {
  const mark = 'm-a-r-k';
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`;
  const answer = await world.app.nest.inject({
    method: 'POST',
    url: `/api/v1${at(world, '/imports')}`,
    headers: { ...world.people.admin.headers, 'content-type': `multipart/form-data; boundary=${mark}` },
    payload: `${head}name,kind\nAn employer ${unique()},employer\r\n--${mark}--\r\n`,
  });
  const { id, version } = answer.json<{ id: string; version: number }>();
  const rows = await of(world).get(at(world, `/imports/${id}/rows`));
  return { id, version, row: rows.body.items[0] };
}

const organization = async (world: World) => {
  const { id, version } = await anOrganization(world.app, world.tenant);
  return { params: { id }, version };
};
const region = async (world: World) => {
  const { id, version } = await aRegion(world.app, world.tenant);
  return { params: { id }, version };
};
const person = async (world: World) => {
  const { personId } = await aPerson(world.app, world.tenant, { role: 'coach' });
  const { body } = await of(world).get(at(world, `/people/${personId}`));
  return { params: { id: personId }, version: body.version };
};
const grant = async (world: World) => {
  const { personId } = await aPerson(world.app, world.tenant);
  const { id, version } = await aGrant(world.app, world.tenant, personId, { role: 'coach' });
  return { params: { id }, version };
};
const membership = async (world: World) => {
  const { personId } = await aPerson(world.app, world.tenant);
  const body = { personId, organizationId: world.district.id, startsOn: '2026-01-01' };
  const made = await of(world).post(at(world, '/memberships'), body);
  return { params: { id: made.body.id }, version: made.body.version };
};

const invitation = async (world: World) => {
  const body = { email: `${unique()}@example.org`, displayName: 'Invited', role: 'coach', scope: 'tenant' };
  const made = await of(world).post(at(world, '/invitations'), body);
  return { params: { id: made.body.id as string }, version: made.body.version as number };
};

/** Cases of the routes of the directory. */
export const directoryRoutes: Record<string, RouteCase> = {
  'organizations.list': {
    as: 'admin',
    outsider: 'sees',
    elsewhere: 'without',
    arrange: async (world) => {
      const { id, name } = await anOrganization(world.app, world.tenant);
      return { marker: id, query: `?q=${encodeURIComponent(name)}` };
    },
  },
  'organizations.one': { as: 'admin', outsider: 'sees', arrange: organization },
  'organizations.create': {
    as: 'admin',
    outsider: 'refused',
    elsewhere: 'own',
    arrange: () => ({ body: { name: `Made ${unique()}`, kind: 'school_district' } }),
  },
  'organizations.update': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => ({ ...(await organization(world)), body: { city: 'Portage' } }),
  },
  'organizations.delete': { as: 'admin', outsider: 'refused', arrange: organization },
  'organizations.close': { as: 'admin', outsider: 'refused', arrange: organization },
  'organizations.reopen': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => {
      const { id, version } = await anOrganization(world.app, world.tenant, { status: 'closed' });
      return { params: { id }, version };
    },
  },
  'regions.list': {
    as: 'admin',
    outsider: 'sees',
    elsewhere: 'without',
    arrange: async (world) => ({ marker: (await region(world)).params.id, query: '?limit=200' }),
  },
  'regions.one': { as: 'admin', outsider: 'sees', arrange: region },
  'regions.create': {
    as: 'admin',
    outsider: 'refused',
    elsewhere: 'own',
    arrange: () => ({ body: { name: `Made ${unique()}` } }),
  },
  'regions.update': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => ({ ...(await region(world)), body: { name: `Renamed ${unique()}` } }),
  },
  'regions.delete': { as: 'admin', outsider: 'refused', arrange: region },
  'people.list': {
    as: 'admin',
    outsider: 'without',
    elsewhere: 'without',
    arrange: async (world) => ({ marker: (await person(world)).params.id, query: '?limit=200' }),
  },
  'people.one': { as: 'admin', outsider: 'refused', arrange: person },
  'people.create': {
    as: 'admin',
    outsider: 'refused',
    elsewhere: 'own',
    arrange: () => ({ body: { displayName: 'Made', email: `${unique()}@example.org` } }),
  },
  'people.update': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => ({ ...(await person(world)), body: { displayName: 'Renamed' } }),
  },
  'people.deactivate': { as: 'admin', outsider: 'refused', arrange: person },
  'people.reactivate': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => {
      const { params, version } = await person(world);
      const answer = await of(world).post(
        at(world, `/people/${params.id}/deactivate`),
        {},
        { 'if-match': `"${version}"` },
      );
      return { params, version: answer.body.version };
    },
  },
  'memberships.list': {
    as: 'admin',
    outsider: 'without',
    elsewhere: 'without',
    arrange: async (world) => ({ marker: (await membership(world)).params.id, query: '?limit=200' }),
  },
  'memberships.one': { as: 'admin', outsider: 'refused', arrange: membership },
  'memberships.create': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => {
      const { personId } = await aPerson(world.app, world.tenant);
      return { body: { personId, organizationId: world.district.id, startsOn: '2026-01-01' } };
    },
  },
  'memberships.update': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => ({ ...(await membership(world)), body: { title: 'Liaison' } }),
  },
  'memberships.delete': { as: 'admin', outsider: 'refused', arrange: membership },
  'accessGrants.list': {
    as: 'admin',
    outsider: 'without',
    elsewhere: 'without',
    arrange: async (world) => ({ marker: (await grant(world)).params.id, query: '?limit=200' }),
  },
  'accessGrants.one': { as: 'admin', outsider: 'refused', arrange: grant },
  'accessGrants.create': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => {
      const { personId } = await aPerson(world.app, world.tenant);
      return { body: { personId, role: 'coach', scope: 'tenant' } };
    },
  },
  'accessGrants.update': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => ({ ...(await grant(world)), body: { endsOn: '2099-01-01' } }),
  },
  'accessGrants.end': { as: 'admin', outsider: 'refused', arrange: grant },
  'imports.list': {
    as: 'admin',
    outsider: 'refused',
    elsewhere: 'without',
    arrange: async (world) => ({ marker: (await anImport(world)).id }),
  },
  'imports.upload': { as: 'admin', outsider: 'refused', elsewhere: 'own', arrange: () => ({ upload }) },
  'imports.one': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => ({ params: { id: (await anImport(world)).id } }),
  },
  'imports.rows': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => {
      const { id, row } = await anImport(world);
      return { params: { id }, marker: row.id };
    },
  },
  'imports.decide': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => {
      const { id, row } = await anImport(world);
      return { params: { id, rowId: row.id }, version: row.version, body: { decision: 'skip' } };
    },
  },
  'imports.apply': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => ({ params: { id: (await anImport(world)).id } }),
  },
  'imports.discard': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => {
      const { id, version } = await anImport(world);
      return { params: { id }, version };
    },
  },
  'invitations.list': {
    as: 'admin',
    outsider: 'without',
    elsewhere: 'without',
    arrange: async (world) => ({ marker: (await invitation(world)).params.id, query: '?limit=200' }),
  },
  'invitations.one': { as: 'admin', outsider: 'refused', arrange: invitation },
  'invitations.create': {
    as: 'admin',
    outsider: 'refused',
    elsewhere: 'own',
    arrange: () => ({
      body: { email: `${unique()}@example.org`, displayName: 'Invited', role: 'coach', scope: 'tenant' },
    }),
  },
  'invitations.resend': { as: 'admin', outsider: 'refused', arrange: invitation },
  'invitations.revoke': { as: 'admin', outsider: 'refused', arrange: invitation },
  'settings.get': {
    as: 'admin',
    outsider: 'sees',
    elsewhere: 'without',
    arrange: (world) => ({ marker: world.tenant.name }),
  },
  'settings.update': {
    as: 'admin',
    outsider: 'refused',
    elsewhere: 'own',
    arrange: async (world) => {
      const { body } = await of(world).get(at(world, '/settings'));
      return { version: body.version, body: { values: { smallCellLimit: 11 } } };
    },
  },
  'tenantMe.get': {
    as: 'admin',
    outsider: 'without',
    elsewhere: 'without',
    arrange: (world) => ({ marker: world.people.admin.personId }),
  },
};

const partnership = async (world: World) => {
  const id = await aPartnershipOf(world.app, world.tenant, [world.district]);
  const { body } = await of(world).get(at(world, `/partnerships/${id}`));
  return { id, version: body.version as number, member: body.members[0] as { id: string; version: number } };
};
const goal = async (world: World) => {
  const { id } = await partnership(world);
  const { body } = await of(world).post(at(world, `/partnerships/${id}/goals`), { title: 'One calendar' });
  return { params: { id, goalId: body.goals[0].id as string }, version: body.goals[0].version as number };
};

/** Cases of the routes of the partnerships. */
export const partnershipRoutes: Record<string, RouteCase> = {
  'partnerships.list': {
    as: 'district',
    outsider: 'without',
    elsewhere: 'without',
    arrange: (world) => ({ marker: world.partnershipId, query: '?limit=200' }),
  },
  'partnerships.one': {
    as: 'district',
    outsider: 'refused',
    arrange: (world) => ({ params: { id: world.partnershipId } }),
  },
  'partnerships.create': {
    as: 'admin',
    outsider: 'refused',
    elsewhere: 'own',
    arrange: () => ({ body: { name: `Made ${unique()}`, level: 'local' } }),
  },
  'partnerships.update': {
    as: 'lead',
    outsider: 'refused',
    arrange: async (world) => {
      const { body } = await of(world).get(at(world, `/partnerships/${world.partnershipId}`));
      return { params: { id: world.partnershipId }, version: body.version, body: { vision: `Vision ${unique()}` } };
    },
  },
  'partnerships.addMember': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => ({
      params: { id: (await partnership(world)).id },
      body: { organizationId: world.college.id, role: 'member' },
    }),
  },
  'partnerships.changeMember': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => {
      const { id, member } = await partnership(world);
      return { params: { id, memberId: member.id }, version: member.version, body: { role: 'convener' } };
    },
  },
  'partnerships.removeMember': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => {
      const { id, member } = await partnership(world);
      return { params: { id, memberId: member.id }, version: member.version };
    },
  },
  'partnerships.addGoal': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => ({ params: { id: (await partnership(world)).id }, body: { title: 'One calendar' } }),
  },
  'partnerships.changeGoal': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => ({ ...(await goal(world)), body: { status: 'reached' } }),
  },
  'partnerships.removeGoal': { as: 'admin', outsider: 'refused', arrange: goal },
};
