import { useTranslation } from 'react-i18next';
import type { RoundStatus } from '../../api/readiness';
import { StatusBadge, type StatusKey } from '../status-badge';

/** How each state of a round is shown. */
export const ROUND_STATUS: Record<RoundStatus, StatusKey> = {
  draft: 'draft',
  open: 'answering',
  closed: 'answersClosed',
  in_consensus: 'inConsensus',
  awaiting_approval: 'awaitingApproval',
  locked: 'locked',
  superseded: 'superseded',
};

interface RoundBadgeProps {
  status: RoundStatus;
  /** How many of the respondents have sent their answers; said while answering. */
  answered?: { done: number; of: number };
  quiet?: boolean;
}

/** State of a round in words. */
export function RoundBadge({ status, answered, quiet }: RoundBadgeProps) {
  const { t } = useTranslation('readiness');
  const label = status === 'open' && answered ? t('round.answered', answered) : undefined;
  return <StatusBadge status={ROUND_STATUS[status]} label={label} quiet={quiet} />;
}
