import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../api/client';
import { respondentsQuery, useTenant, type Respondent, type Round } from '../../api/readiness';
import { useWrite } from '../../api/use-write';
import { useNotices } from '../../components/feedback/notices';
import { DataTable, type Column } from '../../components/list/data-table';
import { Panel } from '../../components/panel';
import { useSystemName } from '../../components/readiness/words';
import { EmptyState, Loaded } from '../../components/states';
import { StatusBadge } from '../../components/status-badge';
import { InvitePanel } from './invite-panel';
import styles from './rounds.module.css';

const STATUS = { invited: 'invited', started: 'underway', submitted: 'submitted' } as const;

/** Who was asked to answer, for which organization and system, and how far each is; never what they answered. */
export function RespondentsPanel({ round }: { round: Round }) {
  const { t } = useTranslation('assessments');
  const query = useQuery(respondentsQuery(useTenant(), round.id));
  const [inviting, setInviting] = useState(false);
  const mayInvite = round.allowed.includes('invite');
  const columns = useColumns(round, mayInvite);
  return (
    <Panel
      title={t('people.title')}
      flush
      aside={
        mayInvite && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUserPlus size={15} aria-hidden />}
            aria-expanded={inviting}
            onClick={() => setInviting(!inviting)}
          >
            {t('people.invite')}
          </Button>
        )
      }
    >
      <Loaded query={query} rows={4}>
        {({ items }) => (
          <>
            {inviting && <InvitePanel round={round} respondents={items} onDone={() => setInviting(false)} />}
            {items.length === 0 && !inviting && (
              <EmptyState
                title={t('people.emptyTitle')}
                why={t(mayInvite ? 'people.emptyWhy' : 'people.emptyReadOnly')}
                action={mayInvite ? <Button onClick={() => setInviting(true)}>{t('people.invite')}</Button> : undefined}
              />
            )}
            {items.length > 0 && (
              <DataTable caption={t('people.title')} columns={columns} rows={items} rowKey={(row) => row.id} dense />
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function useColumns(round: Round, mayInvite: boolean): Column<Respondent>[] {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation();
  const system = useSystemName();
  const remove = useRemove(round);
  const columns: Column<Respondent>[] = [
    {
      key: 'person',
      title: t('people.person'),
      header: true,
      cell: (row) => (
        <>
          {row.personName}
          <span className={styles.sub}>{row.organizationName}</span>
        </>
      ),
    },
    {
      key: 'system',
      title: t('people.system'),
      phone: 'label',
      cell: (row) => (row.system ? system(row.system) : t('people.noSystem')),
    },
    {
      key: 'answered',
      title: t('people.answered'),
      align: 'right',
      phone: 'label',
      cell: (row) => (
        <span className={styles.nowrap}>{t('list.answered', { done: row.answered, total: round.indicatorCount })}</span>
      ),
    },
    { key: 'status', title: t('people.status'), cell: (row) => <StatusBadge status={STATUS[row.status]} quiet /> },
  ];
  if (!mayInvite) return columns;
  const action: Column<Respondent> = {
    key: 'remove',
    title: t('people.change'),
    align: 'right',
    cell: (row) =>
      row.answered === 0 ? (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('people.remove', { name: row.personName })}
          onClick={() => remove(row)}
        >
          {words('action.remove')}
        </Button>
      ) : null,
  };
  return [...columns, action];
}

function useRemove(round: Round): (row: Respondent) => void {
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const notices = useNotices();
  const refresh = [
    ['respondents', tenant, round.id],
    ['round', tenant, round.id],
  ];
  const add = useWrite(
    ({ personId, organizationId }: Respondent) =>
      unwrap(
        api.POST('/api/v1/t/{tenant}/assessments/{id}/respondents', {
          params: { path: { tenant, id: round.id } },
          body: { personId, organizationId },
        }),
      ),
    { refresh },
  );
  const remove = useWrite(
    (row: Respondent) =>
      unwrap(
        api.DELETE('/api/v1/t/{tenant}/assessments/{id}/respondents/{respondentId}', {
          params: { path: { tenant, id: round.id, respondentId: row.id }, header: ifMatch(row.version) },
        }),
      ),
    {
      refresh,
      onSuccess: (_, row) => notices.done(t('people.removed', { name: row.personName }), () => add.mutate(row)),
    },
  );
  return (row) => remove.mutate(row, { onError: notices.failed });
}
