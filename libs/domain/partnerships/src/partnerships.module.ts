import { Global, Module } from '@nestjs/common';
import { PartnershipReach } from '@domain/directory';
import { Access } from '@platform/access';
import { MemberReach } from './member-reach';
import { partnershipsPolicy } from './partnerships.policy';
import { PartnershipsQueries } from './partnerships.queries';
import { PartnershipsService } from './partnerships.service';

/** Partnerships and their members. Global: what a grant reaches depends on who is a member of what. */
@Global()
@Module({
  providers: [{ provide: PartnershipReach, useClass: MemberReach }, PartnershipsQueries, PartnershipsService],
  exports: [PartnershipReach, PartnershipsQueries, PartnershipsService],
})
export class PartnershipsModule {
  constructor(access: Access) {
    access.register(partnershipsPolicy);
  }
}
