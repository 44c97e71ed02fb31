import type { Me, MeGrant } from '../api/contract';
import { firstAddress, firstPage, placesOf, workplacesOf } from './places';

const grant = (tenant: string, role: string): MeGrant => ({
  tenant,
  role,
  scope: 'tenant',
  scopeId: null,
  until: null,
});
const me = (grants: MeGrant[], platformAdmin = false): Me => ({
  id: 'a',
  version: 1,
  allowed: [],
  account: { id: 'a', email: 'p@demo.example', platformAdmin, locale: 'en', timeZone: null, displayScheme: 'auto' },
  person: { id: 'a', email: 'p@demo.example', displayName: 'P' },
  tenants: [...new Set(grants.map((item) => item.tenant))].map((slug) => ({
    slug,
    name: slug,
    personId: 'p',
    roles: [],
  })),
  grants,
  csrfToken: 'x',
  locale: 'en',
  secondFactor: { active: false, given: false, recoveryCodesLeft: 0 },
});

describe('the navigation', () => {
  it.each(['state_admin', 'coach', 'lead', 'district_coordinator', 'employer', 'funder', 'auditor', 'student'])(
    'shows %s between one and seven places',
    (role) => {
      expect(placesOf(role).length).toBeGreaterThan(0);
      expect(placesOf(role).length).toBeLessThanOrEqual(7);
    },
  );

  it('opens on what the role does most', () => {
    const [coach] = workplacesOf(me([grant('michigan', 'coach')]));
    const [admin] = workplacesOf(me([grant('michigan', 'state_admin')]));
    expect([coach && firstPage(coach), admin && firstPage(admin)]).toEqual([
      '/t/michigan/home',
      '/t/michigan/heat-map',
    ]);
  });

  it('lists every tenant and role of a person', () => {
    const all = workplacesOf(me([grant('michigan', 'coach'), grant('kansas', 'coach'), grant('michigan', 'lead')]));
    expect(all.map(({ tenant, grant: item }) => `${tenant.slug} ${item.role}`)).toEqual([
      'michigan coach',
      'michigan lead',
      'kansas coach',
    ]);
  });

  it('leads a platform administrator to the tenants and somebody without a role to the account', () => {
    expect([firstAddress(me([], true)), firstAddress(me([]))]).toEqual(['/platform/tenants', '/account']);
  });
});
