import { Global, Module } from '@nestjs/common';
import { Access } from '@platform/access';
import { ActorSource } from '@platform/http';
import { AccessChanges } from './access-changes';
import { DirectoryActors } from './directory-actors';
import { directoryPolicy } from './directory.policy';
import { OrganizationLookup } from './organization-lookup';
import { OrganizationDuplicates } from './organizations/organization-duplicates';
import { OrganizationTree } from './organizations/organization-tree';
import { OrganizationsQueries } from './organizations/organizations.queries';
import { OrganizationsService } from './organizations/organizations.service';
import { PeopleLookup } from './people-lookup';
import { RegionsService } from './regions/regions.service';
import { Tenants } from './tenants';

/** Services that the routes use; other modules see only those that are exported. */
const USE_CASES = [
  OrganizationDuplicates,
  OrganizationTree,
  OrganizationsQueries,
  OrganizationsService,
  RegionsService,
];

/** Tenants, organizations, people and their access grants. Global: the guard builds the actor from it. */
@Global()
@Module({
  providers: [
    Tenants,
    DirectoryActors,
    AccessChanges,
    OrganizationLookup,
    PeopleLookup,
    ...USE_CASES,
    { provide: ActorSource, useExisting: DirectoryActors },
  ],
  exports: [Tenants, DirectoryActors, AccessChanges, OrganizationLookup, PeopleLookup, ...USE_CASES, ActorSource],
})
export class DirectoryModule {
  constructor(access: Access) {
    access.register(directoryPolicy);
  }
}
