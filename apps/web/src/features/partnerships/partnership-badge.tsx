import { useTranslation } from 'react-i18next';
import { StatusBadge, type StatusKey } from '../../components/status-badge';

const LOOKS = { forming: 'planned', active: 'active', ended: 'closed' } as const satisfies Record<string, StatusKey>;
/** State of a partnership. */
export type PartnershipStatus = keyof typeof LOOKS;

/** Whether a partnership is being formed, works, or has ended. */
export function PartnershipBadge({ status, quiet }: { status: PartnershipStatus; quiet?: boolean }) {
  const { t } = useTranslation('partnerships');
  return <StatusBadge status={LOOKS[status]} label={t(`status.${status}`)} quiet={quiet} />;
}
