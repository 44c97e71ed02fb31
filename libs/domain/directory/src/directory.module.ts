import { Global, Module } from '@nestjs/common';
import { Access } from '@platform/access';
import { PeopleSource } from '@platform/auth';
import { ActorSource } from '@platform/http';
import { Recipients } from '@platform/mail';
import { AccessChanges } from './access-changes';
import { AccessGrantsQueries } from './access-grants/access-grants.queries';
import { AccessGrantsService } from './access-grants/access-grants.service';
import { ScopeNodes } from './access-grants/scope-nodes';
import { TenantsAdministration } from './administration/tenants-administration';
import { DirectoryActors } from './directory-actors';
import { directoryPolicy } from './directory.policy';
import { ImportsQueries } from './import-runs/imports.queries';
import { ImportsService } from './import-runs/imports.service';
import { InvitationAcceptance } from './invitations/invitation-acceptance';
import { InvitationChecks } from './invitations/invitation-checks';
import { InvitationLink } from './invitations/invitation-link';
import { InvitationSender } from './invitations/invitation-sender';
import { InvitationsQueries } from './invitations/invitations.queries';
import { InvitationsService } from './invitations/invitations.service';
import { MailRecipients } from './mail-recipients';
import { TenantMeQueries } from './me/tenant-me.queries';
import { MembershipsService } from './memberships/memberships.service';
import { OrganizationLookup } from './organization-lookup';
import { OrganizationDuplicates } from './organizations/organization-duplicates';
import { OrganizationTree } from './organizations/organization-tree';
import { OrganizationsQueries } from './organizations/organizations.queries';
import { OrganizationsService } from './organizations/organizations.service';
import { PeopleLookup } from './people-lookup';
import { AccountPeople } from './people/account-people';
import { Departures } from './people/departures';
import { PeopleQueries } from './people/people.queries';
import { PeopleService } from './people/people.service';
import { TenantsOfAccount } from './people/tenants-of-account';
import { RegionsService } from './regions/regions.service';
import { SettingsService } from './settings/settings.service';
import { SignInGate } from './sign-in-gate';
import { Tenants } from './tenants';

/** Services that the routes use; other modules see only those that are exported. */
const USE_CASES = [
  OrganizationDuplicates,
  OrganizationTree,
  OrganizationsQueries,
  OrganizationsService,
  RegionsService,
  ScopeNodes,
  AccessGrantsQueries,
  AccessGrantsService,
  Departures,
  InvitationAcceptance,
  InvitationChecks,
  InvitationLink,
  InvitationSender,
  InvitationsQueries,
  InvitationsService,
  MembershipsService,
  PeopleQueries,
  PeopleService,
  ImportsQueries,
  ImportsService,
  SettingsService,
  TenantMeQueries,
  TenantsAdministration,
  TenantsOfAccount,
];

/** Tenants, organizations, people and their access grants. Global: the guard builds the actor from it. */
@Global()
@Module({
  providers: [
    Tenants,
    DirectoryActors,
    SignInGate,
    AccessChanges,
    OrganizationLookup,
    PeopleLookup,
    ...USE_CASES,
    { provide: ActorSource, useExisting: DirectoryActors },
    { provide: PeopleSource, useClass: AccountPeople },
    { provide: Recipients, useClass: MailRecipients },
  ],
  exports: [
    Tenants,
    DirectoryActors,
    AccessChanges,
    OrganizationLookup,
    PeopleLookup,
    ...USE_CASES,
    ActorSource,
    PeopleSource,
    Recipients,
  ],
})
export class DirectoryModule {
  constructor(access: Access) {
    access.register(directoryPolicy);
  }
}
