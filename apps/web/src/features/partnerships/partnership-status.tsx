import { useTranslation } from 'react-i18next';
import { StatusBadge, type StatusKey } from '../../components/status-badge';
import type { PartnershipItem } from './use-partnerships';

const LOOKS: Record<PartnershipItem['status'], StatusKey> = { forming: 'planned', active: 'active', ended: 'closed' };

/** Whether a partnership is being formed, works, or has ended. */
export function PartnershipStatus({ status, quiet }: { status: PartnershipItem['status']; quiet?: boolean }) {
  const { t } = useTranslation('partnerships');
  return <StatusBadge status={LOOKS[status]} label={t(`status.${status}`)} quiet={quiet} />;
}
