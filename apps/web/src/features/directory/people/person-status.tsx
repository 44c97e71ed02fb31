import { useTranslation } from 'react-i18next';
import { StatusBadge, type StatusKey } from '../../../components/status-badge';
import type { Person } from '../use-directory';

const LOOKS: Record<Person['status'], StatusKey> = { invited: 'invited', active: 'active', deactivated: 'inactive' };

/** Whether a person is invited, active or deactivated. */
export function PersonStatus({ status, quiet }: { status: Person['status']; quiet?: boolean }) {
  const { t } = useTranslation('directory');
  return <StatusBadge status={LOOKS[status]} label={t(`personStatus.${status}`)} quiet={quiet} />;
}
