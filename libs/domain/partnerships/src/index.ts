export { MEMBER_ROLES, type MemberRole, Partnership, PartnershipGoal, PartnershipMember } from './partnership.entity';
export { PartnershipsModule } from './partnerships.module';
