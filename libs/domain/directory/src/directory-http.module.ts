import { Module } from '@nestjs/common';
import { AccessGrantsController } from './access-grants/access-grants.controller';
import { DemoPeople } from './demo/demo-people';
import { DemoPeopleController } from './demo/demo-people.controller';
import { TenantsController } from './administration/tenants.controller';
import { DirectoryModule } from './directory.module';
import { ImportsController } from './import-runs/imports.controller';
import { InvitationsController } from './invitations/invitations.controller';
import { TenantMeController } from './me/tenant-me.controller';
import { MembershipsController } from './memberships/memberships.controller';
import { OrganizationKindsController } from './organizations/organization-kinds.controller';
import { OrganizationsController } from './organizations/organizations.controller';
import { PeopleController } from './people/people.controller';
import { RegionsController } from './regions/regions.controller';
import { SettingsController } from './settings/settings.controller';

/** Routes of the directory. */
@Module({
  imports: [DirectoryModule],
  controllers: [
    AccessGrantsController,
    DemoPeopleController,
    ImportsController,
    InvitationsController,
    MembershipsController,
    OrganizationKindsController,
    OrganizationsController,
    PeopleController,
    RegionsController,
    SettingsController,
    TenantMeController,
    TenantsController,
  ],
  providers: [DemoPeople],
})
export class DirectoryHttpModule {}
