import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NameCell } from '../../../components/cell';
import type { Column } from '../../../components/list/data-table';
import { DataTable } from '../../../components/list/data-table';
import { Panel } from '../../../components/panel';
import { EmptyState, Loaded } from '../../../components/states';
import { useFormats } from '../../../i18n/format';
import { offered } from '../actions-column';
import { membershipsQuery, useTenantSlug, type Membership, type Person } from '../use-directory';
import { useMay } from '../use-may';
import { MembershipDialog } from './membership-dialog';

/** The organizations a person works for, from a day until a day. */
export function MembershipsPanel({ person }: { person: Person }) {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const may = useMay();
  const query = useQuery(membershipsQuery(tenant, { personId: person.id }));
  const [adding, { open, close }] = useDisclosure();
  const [editing, setEditing] = useState<Membership | null>(null);
  const columns = useColumns(setEditing);
  const add = may.invite && person.status !== 'deactivated' && (
    <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={open}>
      {t('addMembership')}
    </Button>
  );
  return (
    <Panel title={t('worksForTitle')} flush aside={add}>
      <Loaded query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('noMembership')} why={t('noMembershipWhy')} />
          ) : (
            <DataTable
              caption={t('worksForTitle')}
              rows={items}
              rowKey={(row) => row.id}
              columns={offered(columns, items)}
            />
          )
        }
      </Loaded>
      {adding && <MembershipDialog personId={person.id} onClose={close} />}
      {editing && <MembershipDialog personId={person.id} membership={editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function useColumns(onEdit: (row: Membership) => void): Column<Membership>[] {
  const { t } = useTranslation(['directory', 'common']);
  const tenant = useTenantSlug();
  const formats = useFormats();
  return [
    {
      key: 'organization',
      title: t('directory:organization'),
      header: true,
      cell: (row) => (
        <NameCell name={row.organizationName} to={`/t/${tenant}/organizations/${row.organizationId}`} sub={row.title} />
      ),
    },
    {
      key: 'since',
      title: t('directory:since'),
      phone: 'label',
      cell: (row) => formats.date(row.startsOn),
    },
    {
      key: 'until',
      title: t('directory:until'),
      phone: 'label',
      cell: (row) => (row.endsOn ? formats.date(row.endsOn) : t('directory:noEnd')),
    },
    {
      key: 'actions',
      title: t('directory:actions'),
      align: 'right',
      cell: (row) =>
        row.allowed.includes('update') && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('directory:editNamed', { name: row.organizationName })}
            onClick={() => onEdit(row)}
          >
            {t('common:action.edit')}
          </Button>
        ),
    },
  ];
}
