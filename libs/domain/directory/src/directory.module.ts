import { Global, Module } from '@nestjs/common';
import { Access } from '@platform/access';
import { ActorSource } from '@platform/http';
import { DirectoryActors } from './directory-actors';
import { directoryPolicy } from './directory.policy';
import { OrganizationLookup } from './organization-lookup';
import { Tenants } from './tenants';

/** Tenants, organizations, people and their access grants. Global: the guard builds the actor from it. */
@Global()
@Module({
  providers: [Tenants, DirectoryActors, OrganizationLookup, { provide: ActorSource, useExisting: DirectoryActors }],
  exports: [Tenants, DirectoryActors, OrganizationLookup, ActorSource],
})
export class DirectoryModule {
  constructor(access: Access) {
    access.register(directoryPolicy);
  }
}
