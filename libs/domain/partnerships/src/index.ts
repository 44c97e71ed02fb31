export { MEMBER_ROLES, type MemberRole, Partnership, PartnershipGoal, PartnershipMember } from './partnership.entity';
export { PartnershipsHttpModule } from './partnerships-http.module';
export { PartnershipsModule } from './partnerships.module';
export { type PartnershipCard, PartnershipsQueries } from './partnerships.queries';
export { PartnershipsService } from './partnerships.service';
export { type MemberKind, type SystemCoverage, systemCoverage } from './system-coverage';
