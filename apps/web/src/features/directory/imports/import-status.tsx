import { useTranslation } from 'react-i18next';
import { StatusBadge, type StatusKey } from '../../../components/status-badge';
import type { ImportRun } from './use-imports';

const LOOKS: Record<ImportRun['status'], StatusKey> = {
  preview: 'checked',
  applying: 'underway',
  done: 'imported',
  failed: 'failed',
};

/** How far an import is. */
export function ImportStatus({ status, quiet }: { status: ImportRun['status']; quiet?: boolean }) {
  const { t } = useTranslation('directory');
  return <StatusBadge status={LOOKS[status]} label={t(`importStatus.${status}`)} quiet={quiet} />;
}
