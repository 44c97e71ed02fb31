import { useTranslation } from 'react-i18next';
import { StatusBadge, type StatusKey } from './status-badge';

type Status = 'forming' | 'active' | 'ended';

const LOOKS: Record<Status, StatusKey> = { forming: 'planned', active: 'active', ended: 'closed' };

/** Whether a partnership is being formed, works, or has ended. */
export function PartnershipStatus({ status, quiet }: { status: Status; quiet?: boolean }) {
  const { t } = useTranslation('partnerships');
  return <StatusBadge status={LOOKS[status]} label={t(`status.${status}`)} quiet={quiet} />;
}
