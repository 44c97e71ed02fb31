import { Module } from '@nestjs/common';
import { DirectoryModule } from './directory.module';
import { OrganizationKindsController } from './organizations/organization-kinds.controller';
import { OrganizationsController } from './organizations/organizations.controller';
import { RegionsController } from './regions/regions.controller';

/** Routes of the directory. */
@Module({
  imports: [DirectoryModule],
  controllers: [OrganizationKindsController, OrganizationsController, RegionsController],
})
export class DirectoryHttpModule {}
