import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconMailForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NameCell } from '../../../components/cell';
import { useConfirm } from '../../../components/feedback/confirm';
import { useNotices } from '../../../components/feedback/notices';
import type { Column } from '../../../components/list/data-table';
import { RecordList } from '../../../components/list/record-list';
import { useListState } from '../../../components/list/use-list-state';
import { Panel } from '../../../components/panel';
import { EmptyState } from '../../../components/states';
import { StatusBadge, type StatusKey } from '../../../components/status-badge';
import { useFormats } from '../../../i18n/format';
import { useTenantSlug } from '../use-directory';
import { invitationsQuery, useMoveInvitation, type Invitation } from './use-invitations';

const LOOKS: Record<Invitation['status'], StatusKey> = {
  open: 'invited',
  expired: 'expired',
  accepted: 'done',
  revoked: 'revoked',
};

/** Invitations: who was invited into which role, and whether the link still works. */
export function InvitationList() {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const statuses = Object.keys(LOOKS) as Invitation['status'][];
  const options = statuses.map((value) => ({ value, label: t(`invitationStatus.${value}`) }));
  const list = useListState({
    filters: [{ key: 'status', label: t('state'), kind: 'choice', one: true, options }],
    sort: '-expiresAt',
  });
  const query = useQuery(invitationsQuery(tenant, list.query));
  return (
    <Panel title={t('invitations')} flush>
      <RecordList
        caption={t('invitations')}
        list={list}
        query={query}
        columns={useColumns()}
        rowKey={(row) => row.id}
        rowName={(row) => row.displayName}
        empty={
          <EmptyState
            title={t('noInvitations')}
            why={t('noInvitationsWhy')}
            picture={<IconMailForward size={44} stroke={1.3} />}
          />
        }
      />
    </Panel>
  );
}

function useColumns(): Column<Invitation>[] {
  const { t } = useTranslation(['directory', 'shell']);
  const formats = useFormats();
  return [
    {
      key: 'name',
      title: t('directory:person'),
      header: true,
      cell: (row) => <NameCell name={row.displayName} sub={row.email} />,
    },
    {
      key: 'role',
      title: t('directory:role'),
      phone: 'label',
      cell: (row) => <NameCell name={t(`shell:role.${row.role}`)} sub={row.scopeName ?? t('directory:scope.tenant')} />,
    },
    {
      key: 'by',
      title: t('directory:invitedBy'),
      phone: 'hide',
      cell: (row) => row.invitedByName ?? t('directory:platform'),
    },
    {
      key: 'expiresAt',
      title: t('directory:worksUntil'),
      sort: 'expiresAt',
      phone: 'label',
      cell: (row) => formats.date(row.expiresAt),
    },
    {
      key: 'status',
      title: t('directory:state'),
      cell: (row) => (
        <StatusBadge status={LOOKS[row.status]} label={t(`directory:invitationStatus.${row.status}`)} quiet />
      ),
    },
    { key: 'actions', title: t('directory:actions'), align: 'right', cell: (row) => <Moves invitation={row} /> },
  ];
}

function Moves({ invitation: { id, allowed, displayName: name, email } }: { invitation: Invitation }) {
  const { t } = useTranslation('directory');
  const move = useMoveInvitation();
  const notices = useNotices();
  const confirm = useConfirm();
  const run = (action: 'resend' | 'revoke') =>
    move.mutate(
      { id, action },
      {
        onSuccess: () => notices.done(t(action === 'resend' ? 'resent' : 'invitationRevoked', { name, email })),
        onError: notices.failed,
      },
    );
  const revoke = async () => {
    const question = { title: t('revokeTitle', { name }), body: t('revokeBody'), confirm: t('revoke') };
    if (await confirm({ ...question, tone: 'bad' })) run('revoke');
  };
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {allowed.includes('resend') && (
        <Button
          size="compact-sm"
          variant="default"
          loading={move.isPending}
          aria-label={t('resendNamed', { name })}
          onClick={() => run('resend')}
        >
          {t('resend')}
        </Button>
      )}
      {allowed.includes('revoke') && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('revokeNamed', { name })}
          onClick={() => void revoke()}
        >
          {t('revoke')}
        </Button>
      )}
    </Group>
  );
}
