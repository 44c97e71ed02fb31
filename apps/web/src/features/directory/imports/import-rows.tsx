import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NameCell } from '../../../components/cell';
import { DataTable, type Column } from '../../../components/list/data-table';
import { Panel } from '../../../components/panel';
import { EmptyState, Loaded } from '../../../components/states';
import { useFormats } from '../../../i18n/format';
import { useTenantSlug } from '../use-directory';
import { useKinds } from '../use-kinds';
import styles from './imports.module.css';
import { RowDecisionField } from './row-decision';
import { importRowsQuery, type ImportRow, type ImportRun } from './use-imports';

/** Groups of rows, by what would become of them. */
const GROUPS = {
  decide: 'duplicate,conflict',
  create: 'create',
  update: 'update',
  unchanged: 'unchanged',
  leftOut: 'skipped,refused',
} as const;
type GroupKey = keyof typeof GROUPS;

const PAGE = 50;

function countOf({ counts }: ImportRun, group: GroupKey): number {
  return GROUPS[group].split(',').reduce((sum, action) => sum + counts[action as keyof typeof counts], 0);
}

/** The rows of a list in groups: to decide, new, changed field by field, the same, left out. */
export function ImportRows({ run }: { run: ImportRun }) {
  const { t } = useTranslation('directory');
  const groups = (Object.keys(GROUPS) as GroupKey[]).filter((group) => countOf(run, group) > 0);
  const [chosen, setGroup] = useState<GroupKey | null>(null);
  const group = chosen ?? groups[0];
  if (!group) return <EmptyState title={t('noRows')} why={t('noRowsWhy')} />;
  return (
    <Panel title={t('rows')} flush>
      <div className={styles.tools}>
        <SegmentedControl
          aria-label={t('rows')}
          value={group}
          onChange={(next) => setGroup(next as GroupKey)}
          data={groups.map((value) => ({ value, label: `${t(`group.${value}`)} (${countOf(run, value)})` }))}
        />
      </div>
      <Rows key={group} run={run} group={group} />
    </Panel>
  );
}

function Rows({ run, group }: { run: ImportRun; group: GroupKey }) {
  const { t } = useTranslation(['directory', 'common']);
  const tenant = useTenantSlug();
  const formats = useFormats();
  const [cursors, setCursors] = useState<string[]>([]);
  const cursor = cursors.at(-1);
  const from = cursors.length * PAGE + 1;
  const query = useQuery(
    importRowsQuery(tenant, run.id, { action: GROUPS[group], limit: PAGE, ...(cursor && { cursor }) }),
  );
  const columns = useColumns(run, group);
  return (
    <Loaded query={query}>
      {({ items, total, nextCursor }) => (
        <>
          <DataTable
            caption={t(`directory:group.${group}`)}
            rows={items}
            rowKey={(row) => row.id}
            columns={columns}
            dense
          />
          {total > PAGE && (
            <p className={styles.more}>
              {t('common:table.range', { from, to: from + items.length - 1, total })}{' '}
              <Button
                size="compact-sm"
                variant="default"
                disabled={cursors.length === 0}
                onClick={() => setCursors(cursors.slice(0, -1))}
              >
                {t('common:table.previous')}
              </Button>{' '}
              <Button
                size="compact-sm"
                variant="default"
                disabled={!nextCursor}
                onClick={() => nextCursor && setCursors([...cursors, nextCursor])}
              >
                {t('common:table.next')}
              </Button>
              <span className="visually-hidden" role="status">
                {formats.number(from)}
              </span>
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}

function useColumns(run: ImportRun, group: GroupKey): Column<ImportRow>[] {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const { kindLabel } = useKinds();
  const first: Column<ImportRow>[] = [
    { key: 'line', title: t('lineTitle'), width: 70, phone: 'label', cell: (row) => row.line },
    {
      key: 'name',
      title: t('organization'),
      header: true,
      cell: (row) => (
        <NameCell
          name={row.name ?? t('noName')}
          to={row.organizationId ? `/t/${tenant}/organizations/${row.organizationId}` : undefined}
          sub={row.kind && kindLabel(row.kind)}
        />
      ),
    },
  ];
  if (group === 'unchanged' || group === 'create') return first;
  if (group === 'decide')
    return [
      ...first,
      { key: 'decide', title: t('decision'), cell: (row) => <RowDecisionField importId={run.id} row={row} /> },
    ];
  if (group === 'leftOut') return [...first, { key: 'why', title: t('why'), cell: (row) => <Problems row={row} /> }];
  return [...first, { key: 'changes', title: t('changes'), cell: (row) => <Changes row={row} /> }];
}

function Problems({ row }: { row: ImportRow }) {
  return (
    <ul className={styles.changes}>
      {row.problems.map(({ rule, message }) => (
        <li key={rule}>{message}</li>
      ))}
    </ul>
  );
}

/** Fields that a row would set; those the catalog has no word for keep their name. */
const FIELDS = [
  'name',
  'kind',
  'status',
  'street',
  'city',
  'state',
  'zip',
  'countyFips',
  'phone',
  'website',
  'parentId',
  'externalIds',
] as const;
type FieldKey = (typeof FIELDS)[number];

function Changes({ row }: { row: ImportRow }) {
  const { t } = useTranslation('directory');
  const word = (field: string) =>
    FIELDS.includes(field as FieldKey) ? t(`field.${field as FieldKey}`) : field.replaceAll('_', ' ');
  return (
    <ul className={styles.changes}>
      {row.changes.map(({ field, before, after }) => (
        <li key={field}>
          {word(field)}: {before && <del>{before}</del>} {before && '→ '}
          <ins>{after ?? '–'}</ins>
        </li>
      ))}
    </ul>
  );
}
