export { AccessChanges } from './access-changes';
export { AccessGrant } from './access-grant.entity';
export { DirectoryActors, PartnershipReach, type PartnershipsBelow, type ScopeNode } from './directory-actors';
export { DirectoryHttpModule } from './directory-http.module';
export { DirectoryWorkerModule } from './directory-worker.module';
export { DirectoryModule } from './directory.module';
export { Invitation } from './invitation.entity';
export { Organization, OrganizationExternalId } from './organization.entity';
export { Membership, Person } from './person.entity';
export { PeopleLookup } from './people-lookup';
export { Region } from './region.entity';
export { ORGANIZATION_ROLES, type Role, ROLES, STAFF_ROLES } from './role';
export type { Tenant } from './tenant';
export { Tenants } from './tenants';
export { type OrganizationCard, OrganizationLookup } from './organization-lookup';
export {
  findOrganizationKind,
  isOrganizationKind,
  type OrganizationKind,
  organizationKinds,
  type PartnerSystem,
  partnerSystemList,
} from './organization-kind';
export { Settings } from './settings/settings';
export type { TenantSettings } from './settings/tenant-settings';
export { type ImportChoices } from './import-runs/import-preview';
export { ImportRun } from './import-runs/import-run.entity';
export { ImportsService } from './import-runs/imports.service';
export { InvitationsService } from './invitations/invitations.service';
export { TenantsAdministration } from './administration/tenants-administration';
