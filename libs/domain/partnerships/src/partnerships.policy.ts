import { type Policy, within } from '@platform/access';
import { Partnership, PartnershipGoal, PartnershipMember } from './partnership.entity';

/** Who may see and shape partnerships. Source: domain roles, section 3 ("Partnership profile and members"). */
export const partnershipsPolicy: Policy = (actor, allow) => {
  if (actor.grants.length === 0) return;
  const reached = actor.partnershipsAs(
    'coach',
    'expert',
    'lead',
    'district_coordinator',
    'counselor',
    'college_liaison',
    'board_staff',
    'employer',
    'funder',
    'auditor',
    'state_admin',
  );
  allow('read', Partnership, within('id', reached));
  allow('read', PartnershipMember, within('partnershipId', reached));
  allow('read', PartnershipGoal, within('partnershipId', reached));

  const led = actor.partnershipsAs('lead', 'state_admin');
  allow('update', Partnership, within('id', led));
  allow(['create', 'update', 'delete'], PartnershipMember, within('partnershipId', led));
  allow(['create', 'update', 'delete'], PartnershipGoal, within('partnershipId', led));
  if (actor.is('state_admin')) allow('manage', Partnership);
};
