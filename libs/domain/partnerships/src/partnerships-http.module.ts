import { Module } from '@nestjs/common';
import { PartnershipsController } from './partnerships.controller';
import { PartnershipsModule } from './partnerships.module';

/** Routes of the partnerships. */
@Module({ imports: [PartnershipsModule], controllers: [PartnershipsController] })
export class PartnershipsHttpModule {}
