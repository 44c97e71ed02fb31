import type { Organization, Tenant } from '@domain/directory';
import { Partnership, PartnershipMember } from '@domain/partnerships';
import type { TestApp } from '../support/app';
import { anOrganization, aPerson, aTenant, inTenant, type SignedInPerson, unique } from '../support/builders/directory';

/** Everybody who tries a route. */
export type Who = 'admin' | 'lead' | 'district' | 'college' | 'outsider' | 'noRole' | 'foreign';

/** A tenant with a partnership of two organizations, a third organization beside it, and a second tenant. */
export interface World {
  app: TestApp;
  tenant: Tenant;
  elsewhere: Tenant;
  partnershipId: string;
  district: Organization;
  college: Organization;
  outside: Organization;
  people: Record<Who, SignedInPerson>;
}

/** Builds the world that every route is tried in. */
export async function aWorld(app: TestApp): Promise<World> {
  const [tenant, elsewhere] = [await aTenant(app), await aTenant(app)];
  const [district, college, outside] = [
    await anOrganization(app, tenant),
    await anOrganization(app, tenant, { kind: 'community_college' }),
    await anOrganization(app, tenant),
  ];
  const partnershipId = await aPartnershipOf(app, tenant, [district, college]);
  const coordinator = (organization: Organization) =>
    aPerson(app, tenant, { role: 'district_coordinator', organizationId: organization.id });
  const people: World['people'] = {
    admin: await aPerson(app, tenant, { role: 'state_admin' }),
    lead: await aPerson(app, tenant, { role: 'lead', scope: 'partnership', scopeId: partnershipId }),
    district: await coordinator(district),
    college: await aPerson(app, tenant, { role: 'college_liaison', organizationId: college.id }),
    outsider: await coordinator(outside),
    noRole: await aPerson(app, tenant),
    foreign: await aPerson(app, elsewhere, { role: 'state_admin' }),
  };
  return { app, tenant, elsewhere, partnershipId, district, college, outside, people };
}

/** A partnership with these members since long ago. */
export function aPartnershipOf(app: TestApp, tenant: Tenant, members: Organization[]): Promise<string> {
  return inTenant(app, tenant, async (tx) => {
    const partnership = await tx
      .rows(Partnership)
      .insert({ name: `Partnership ${unique()}`, level: 'local', vision: '', status: 'active' });
    await tx.rows(PartnershipMember).insertAll(
      members.map(({ id }) => ({
        ...{ partnershipId: partnership.id, organizationId: id },
        ...{ role: 'member' as const, startsOn: '2020-01-01', endsOn: null },
      })),
    );
    return partnership.id;
  });
}
