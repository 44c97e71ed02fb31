import { Global, Module } from '@nestjs/common';
import { PartnershipReach } from '@domain/directory';
import { Access } from '@platform/access';
import { MemberReach } from './member-reach';
import { partnershipsPolicy } from './partnerships.policy';

/** Partnerships and their members. Global: what a grant reaches depends on who is a member of what. */
@Global()
@Module({ providers: [{ provide: PartnershipReach, useClass: MemberReach }], exports: [PartnershipReach] })
export class PartnershipsModule {
  constructor(access: Access) {
    access.register(partnershipsPolicy);
  }
}
