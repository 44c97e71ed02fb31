import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../../../components/feedback/notices';
import { useDecide, type ImportRow, type RowDecision } from './use-imports';

const valueOf = ({ decision, decidedOrganizationId }: ImportRow) =>
  decision === 'update' ? `update:${decidedOrganizationId}` : decision;

/** What to do with a row that may be an organization that is there: it is that one, it is another, or leave it out. */
export function RowDecisionField({ importId, row }: { importId: string; row: ImportRow }) {
  const { t } = useTranslation('directory');
  const decide = useDecide(importId);
  const notices = useNotices();
  const same = row.candidates
    .filter(({ id }) => id)
    .map(({ id, name, reason }) => ({
      value: `update:${id}`,
      label: t(reason === 'shared_id' ? 'isSameId' : 'isSameName', { name }),
    }));
  const other = row.action === 'duplicate' ? [{ value: 'create', label: t('isNew') }] : [];
  const choose = (value: string | null) => {
    if (!value || value === valueOf(row)) return;
    const [decision, organizationId] = value.split(':') as [RowDecision['decision'], string | undefined];
    const input = { row, decision, ...(organizationId && { organizationId }) };
    decide.mutate(input, { onError: notices.failed });
  };
  return (
    <Select
      size="xs"
      aria-label={t('decisionFor', { name: row.name ?? row.line })}
      placeholder={t('undecided')}
      data={[...same, ...other, { value: 'skip', label: t('leaveOut') }]}
      allowDeselect={false}
      disabled={decide.isPending || !row.allowed.includes('decide')}
      value={valueOf(row)}
      onChange={choose}
    />
  );
}
