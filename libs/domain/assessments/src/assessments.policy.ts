import { type Policy, within } from '@platform/access';
import { Respondent } from './answers/respondent.entity';
import { Response } from './answers/response.entity';
import { ConsensusRating } from './consensus/consensus-rating.entity';
import { Evidence } from './evidence/evidence.entity';
import { Gap } from './gaps/gap.entity';
import { Assessment } from './rounds/assessment.entity';

/** Roles that rate: they answer for themselves when they are invited. */
export const ANSWERING_ROLES = [
  'lead',
  'district_coordinator',
  'counselor',
  'college_liaison',
  'board_staff',
  'employer',
] as const;

/** Roles that look after partnerships: they see who was asked and how far everybody is. */
export const WATCHING_ROLES = ['state_admin', 'coach', 'lead', 'auditor'] as const;

/** Setting a round up and moving it as far as its closing. */
const SET_UP = ['create', 'update', 'open', 'close', 'reopen_answers', 'invite', 'set_targets'];
/** Leading the talk. */
const FACILITATE = ['start_consensus', 'facilitate', 'request_approval'];
/** Approving the result; also taking the approval back. */
const APPROVE = ['return', 'lock', 'reopen'];

/**
 * Who may do what in an assessment. Source: domain roles, section 3 (assessment rows, conditions 8 to 11) and its
 * corrections. Answers are readable by their author only, whatever the role: what others learn of them goes through the
 * display rules.
 */
export const assessmentsPolicy: Policy = (actor, allow) => {
  if (actor.grants.length === 0) return;
  const { personId } = actor;
  const reached = actor.partnershipsAs('state_admin', 'coach', 'expert', 'auditor', ...ANSWERING_ROLES);
  const setUp = actor.partnershipsAs('state_admin', 'coach', 'lead');
  const led = actor.partnershipsAs('coach', 'lead');
  for (const subject of [Assessment, ConsensusRating, Gap]) allow('read', subject, within('partnershipId', reached));

  allow(SET_UP, Assessment, within('partnershipId', setUp));
  allow(FACILITATE, Assessment, within('partnershipId', led));
  allow(['open', 'close', 'invite', 'set_targets', ...FACILITATE], Assessment, {
    ...within('partnershipId', reached),
    facilitatorPersonId: personId,
  });
  allow(APPROVE, Assessment, { ...within('partnershipId', actor.partnershipsAs('lead')), level: 'local' });
  allow(APPROVE, Assessment, { ...within('partnershipId', actor.partnershipsAs('state_admin')), level: 'state' });

  const watched = actor.partnershipsAs(...WATCHING_ROLES);
  if (actor.is(...WATCHING_ROLES)) allow('watch', Assessment, within('partnershipId', watched));
  allow('read', Respondent, within('partnershipId', watched));
  allow('read', Respondent, { personId });

  allow('read', Response, { personId });
  if (actor.is(...ANSWERING_ROLES)) allow(['create', 'update', 'delete', 'submit'], Response, { personId });

  allow('read', Evidence, { ...within('partnershipId', reached), sharing: 'partnership' });
  allow('read', Evidence, { ownerPersonId: personId });
  const contributed = actor.partnershipsAs('coach', ...ANSWERING_ROLES);
  const own = { ...within('partnershipId', contributed), ownerPersonId: personId };
  allow(['create', 'update', 'delete'], Evidence, own);
  const lead = { ...within('partnershipId', actor.partnershipsAs('lead')), sharing: 'partnership' };
  allow(['update', 'delete'], Evidence, lead);

  allow('update', Gap, within('partnershipId', led));
};
