import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NameCell, SubLine } from '../../../components/cell';
import { DataTable, type Column } from '../../../components/list/data-table';
import { Panel } from '../../../components/panel';
import { EmptyState, Loaded } from '../../../components/states';
import { StatusBadge, type StatusKey } from '../../../components/status-badge';
import { useFormats } from '../../../i18n/format';
import { offered } from '../actions-column';
import { grantsQuery, useTenantSlug, type Grant, type Person } from '../use-directory';
import { useMay } from '../use-may';
import { ChangeGrantDialog, GiveRoleDialog } from './grant-dialogs';
import { useEndGrant } from './use-grants';

const LOOKS: Record<Grant['status'], StatusKey> = { current: 'active', future: 'planned', ended: 'inactive' };

/** The roles of a person: where they reach, from when until when, and who gave them. */
export function GrantsPanel({ person }: { person: Person }) {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const may = useMay();
  const query = useQuery(grantsQuery(tenant, { personId: person.id }));
  const [giving, setGiving] = useState(false);
  const [changing, setChanging] = useState<Grant | null>(null);
  const columns = useColumns(setChanging);
  const give = may.manageAccess && person.status !== 'deactivated' && (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setGiving(true)}
    >
      {t('giveRole')}
    </Button>
  );
  return (
    <Panel title={t('rolesTitle')} flush aside={give}>
      <Loaded query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('noRoleTitle')} why={t('noRoleWhy')} />
          ) : (
            <DataTable
              caption={t('rolesTitle')}
              rows={items}
              rowKey={(row) => row.id}
              columns={offered(columns, items)}
            />
          )
        }
      </Loaded>
      {giving && <GiveRoleDialog person={person} onClose={() => setGiving(false)} />}
      {changing && <ChangeGrantDialog grant={changing} onClose={() => setChanging(null)} />}
    </Panel>
  );
}

function useColumns(onChange: (grant: Grant) => void): Column<Grant>[] {
  const { t } = useTranslation(['directory', 'shell']);
  const formats = useFormats();
  return [
    {
      key: 'role',
      title: t('directory:role'),
      header: true,
      cell: (row) => (
        <NameCell name={t(`shell:role.${row.role}`)} sub={row.scopeName ?? t(`directory:scope.${row.scope}`)} />
      ),
    },
    {
      key: 'days',
      title: t('directory:days'),
      phone: 'label',
      cell: (row) => (
        <>
          {t('directory:from', { date: formats.date(row.startsOn) })}
          <SubLine>{endOf(row)}</SubLine>
        </>
      ),
    },
    {
      key: 'by',
      title: t('directory:givenBy'),
      phone: 'hide',
      cell: (row) => <NameCell name={row.grantedByName ?? t('directory:platform')} sub={row.reason} />,
    },
    {
      key: 'status',
      title: t('directory:state'),
      cell: (row) => <StatusBadge status={LOOKS[row.status]} label={t(`directory:grantStatus.${row.status}`)} quiet />,
    },
    {
      key: 'actions',
      title: t('directory:actions'),
      align: 'right',
      cell: (row) => <Moves grant={row} onChange={() => onChange(row)} />,
    },
  ];
  function endOf(row: Grant): string {
    if (row.endedAt) return t('directory:endedAt', { date: formats.dateTime(row.endedAt) });
    return row.endsOn ? t('directory:untilDate', { date: formats.date(row.endsOn) }) : t('directory:noLastDay');
  }
}

function Moves({ grant, onChange }: { grant: Grant; onChange: () => void }) {
  const { t } = useTranslation(['directory', 'shell']);
  const end = useEndGrant(grant);
  const role = t(`shell:role.${grant.role}`);
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {grant.allowed.includes('update') && (
        <Button size="compact-sm" variant="subtle" aria-label={t('directory:changeNamed', { role })} onClick={onChange}>
          {t('directory:change')}
        </Button>
      )}
      {grant.allowed.includes('end') && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('directory:endNamed', { role })}
          onClick={() => void end(role)}
        >
          {t('directory:end')}
        </Button>
      )}
    </Group>
  );
}
