import { type Policy, within } from '@platform/access';
import type { Actor, Reach } from '@platform/context';
import { AccessGrant } from './access-grant.entity';
import { ImportRow, ImportRun } from './import-runs/import-run.entity';
import { Invitation } from './invitation.entity';
import { ownInvitations } from './invitations/invitation-rules';
import { Organization } from './organization.entity';
import { Membership, Person } from './person.entity';
import { Region } from './region.entity';
import { ORGANIZATION_ROLES, type Role, STAFF_ROLES } from './role';
import { TenantSettingsRow } from './settings/tenant-settings-row.entity';

/** What a state administrator keeps. */
const MANAGED = [Region, Organization, Person, Membership, AccessGrant, Invitation, TenantSettingsRow, ImportRun];

/** Kinds that stand for employers: those who place students keep their records. */
const EMPLOYER_KINDS = ['employer', 'employer_association', 'apprenticeship_sponsor'];

/** What somebody does who may invite. */
const INVITE = ['read', 'create', 'resend', 'revoke'];

/** Those who see the settings of the tenant. */
const SETTINGS_READERS: Role[] = [
  'state_admin',
  'coach',
  'lead',
  'district_coordinator',
  'counselor',
  'college_liaison',
  'board_staff',
  'auditor',
];

/** Organizations that the actor looks after: a role held at the organization itself, not at a region around it. */
function ownOrganizations(actor: Actor): Reach {
  const held = actor.grants.filter(
    ({ role, scope }) => scope === 'organization' && ORGANIZATION_ROLES.includes(role as Role),
  );
  return held.flatMap((grant) => [...(grant.organizationIds as readonly string[])]);
}

/** Who sees whom, without students and their guardians: those are known to their own school or college only (condition 31). */
const people: Policy = (actor, allow, forbid) => {
  const colleagues = actor.organizationsAs('lead', ...ORGANIZATION_ROLES, 'counselor');
  if (actor.is('coach', 'auditor')) for (const subject of [Person, Membership, AccessGrant]) allow('read', subject);
  allow('read', Person, within('memberships.organizationId', colleagues));
  allow('read', Membership, within('organizationId', colleagues));
  allow('read', AccessGrant, { scope: 'organization', ...within('scopeId', colleagues) });
  allow('read', AccessGrant, within('scopeId', actor.partnershipsAs('lead')));
  const learners = { $in: ['student', 'guardian'] };
  forbid('read', Person, { 'grants.role': learners });
  forbid('read', AccessGrant, { role: learners });
  const schools = actor.organizationsAs('district_coordinator', 'college_liaison', 'counselor');
  allow('read', Person, within('grants.scopeId', schools));
  allow('read', AccessGrant, { scope: 'organization', ...within('scopeId', schools) });
  allow(['read', 'update'], Person, { id: actor.personId });
  for (const subject of [Membership, AccessGrant]) allow('read', subject, { personId: actor.personId });
};

/** Who keeps an organization and lets people in. Source: conditions 5, 21 and 40, "Employer record". */
const ownPlaces: Policy = (actor, allow) => {
  const own = ownOrganizations(actor);
  allow('update', Organization, within('id', own));
  allow(['create', 'update'], Membership, within('organizationId', own));
  allow('read', Invitation, { scope: 'organization', ...within('scopeId', own) });
  for (const { organizationIds, roles } of ownInvitations(actor))
    allow(INVITE, Invitation, { scope: 'organization', scopeId: { $in: organizationIds }, role: { $in: roles } });
  allow(INVITE, Invitation, { scope: 'partnership', ...within('scopeId', actor.partnershipsAs('lead')) });
  const employers = { kind: { $in: EMPLOYER_KINDS } };
  if (actor.is('lead', 'district_coordinator', 'board_staff')) allow('create', Organization, employers);
  allow(['update', 'arrange', 'close'], Organization, { ...employers, ...within('id', actor.organizationsAs('lead')) });
};

/** Who may see and keep the directory. Source: domain roles, section 3 ("Users and roles", "Employer record"). */
export const directoryPolicy: Policy = (actor, allow, forbid) => {
  if (actor.grants.length === 0) return;
  allow('read', Region);
  if (actor.is(...STAFF_ROLES)) allow('read', Organization);
  else allow('read', Organization, within('id', actor.organizationsAs()));
  people(actor, allow, forbid);
  ownPlaces(actor, allow, forbid);
  if (actor.is(...SETTINGS_READERS)) allow('read', TenantSettingsRow);
  if (actor.is('auditor')) allow('read', ImportRun);
  if (actor.is('state_admin', 'auditor')) allow('read', ImportRow);
  if (actor.is('state_admin')) for (const subject of MANAGED) allow('manage', subject);
};
