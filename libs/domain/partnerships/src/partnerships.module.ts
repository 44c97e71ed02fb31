import { Global, Module } from '@nestjs/common';
import { AccessChanges, PartnershipReach } from '@domain/directory';
import { Access } from '@platform/access';
import { MemberReach } from './member-reach';
import { Partnership, PartnershipMember } from './partnership.entity';
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
  constructor(access: Access, changes: AccessChanges) {
    access.register(partnershipsPolicy);
    changes.watch(Partnership, PartnershipMember);
  }
}
