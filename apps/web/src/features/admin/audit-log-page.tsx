import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkplace } from '../../app/workplace';
import { SubLine } from '../../components/cell';
import type { Column } from '../../components/list/data-table';
import type { FilterDef } from '../../components/list/filters';
import { RecordList } from '../../components/list/record-list';
import { useListState, type ListState } from '../../components/list/use-list-state';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { EmptyState } from '../../components/states';
import { useFormats } from '../../i18n/format';
import { useTimeZone } from '../../i18n/time-zone';
import styles from './admin.module.css';
import { AuditChanges } from './audit-changes';
import { auditPeopleQuery, auditQuery, toAuditQuery, useNames, type AuditEvent } from './use-audit';
import { RECORD_KINDS, useAuditWords } from './use-audit-words';

const CHANGE_KINDS = ['insert', 'update', 'delete'] as const;

/** Who changed what and when, with the values before and after. */
export function AuditLogPage() {
  const { t } = useTranslation('admin');
  const tenant = useWorkplace().tenant.slug;
  const address = useListState({ filters: useAuditFilters(), sort: '-at' });
  const list = { ...address, query: toAuditQuery(address.query, useTimeZone()) };
  const query = useQuery(auditQuery(tenant, list.query));
  const columns = useColumns(list, query.data?.items ?? []);
  return (
    <>
      <PageHeader title={t('audit.title')} summary={t('audit.summary')} />
      <Panel title={t('audit.entries')} flush>
        <RecordList
          caption={t('audit.title')}
          list={list}
          query={query}
          columns={columns}
          rowKey={(row) => row.id}
          rowName={(row) => row.operation}
          exportFrom={`/api/v1/t/${tenant}/audit-events`}
          empty={<EmptyState title={t('audit.emptyTitle')} why={t('audit.emptyWhy')} />}
          dense
        />
      </Panel>
    </>
  );
}

function useAuditFilters(): FilterDef[] {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  const words = useAuditWords();
  const people = useQuery(auditPeopleQuery(useWorkplace().tenant.slug)).data?.items ?? [];
  return [
    {
      key: 'recordKind',
      label: t('audit.kind'),
      kind: 'choice',
      one: true,
      options: RECORD_KINDS.map((value) => ({ value, label: words.kind(value) })).sort((a, b) =>
        a.label.localeCompare(b.label),
      ),
    },
    {
      key: 'changeKind',
      label: t('audit.changeKind'),
      kind: 'choice',
      one: true,
      options: CHANGE_KINDS.map((value) => ({ value, label: t(`audit.did.${value}`) })),
    },
    {
      key: 'personId',
      label: t('audit.person'),
      kind: 'choice',
      one: true,
      options: people.map(({ id, displayName }) => ({ value: id, label: displayName })),
    },
    { key: 'operation', label: t('audit.operation'), kind: 'text' },
    { key: 'recordId', label: t('audit.recordId'), kind: 'text' },
    { key: 'since', label: t('audit.since'), kind: 'day', shown: formats.date },
    { key: 'until', label: t('audit.until'), kind: 'day', shown: formats.date },
  ];
}

function useColumns(list: ListState, rows: AuditEvent[]): Column<AuditEvent>[] {
  const { t } = useTranslation('admin');
  const names = useNames(rows.map(({ personId }) => personId));
  return [
    { key: 'at', title: t('audit.when'), sort: 'at', width: 150, cell: ({ at }) => <When at={at} /> },
    {
      key: 'who',
      title: t('audit.who'),
      header: true,
      cell: (event) => <Who event={event} name={names.get(event.personId ?? '')} list={list} />,
    },
    { key: 'what', title: t('audit.what'), cell: (event) => <What event={event} list={list} /> },
    { key: 'change', title: t('audit.change'), cell: (event) => <AuditChanges event={event} names={names} /> },
  ];
}

function When({ at }: { at: string }) {
  const formats = useFormats();
  return (
    <time dateTime={at} className={styles.when}>
      {formats.date(at)}
      <SubLine>{formats.seconds(at)}</SubLine>
    </time>
  );
}

function Who({ event, name, list }: { event: AuditEvent; name: string | undefined; list: ListState }) {
  const { t } = useTranslation('admin');
  const { personId, actorKind, via } = event;
  if (!personId)
    return (
      <>
        {t(`audit.actor.${actorKind}`)}
        <SubLine>{via}</SubLine>
      </>
    );
  const [way = ''] = via.split(':');
  const viaWords = () => (way === 'session' || way === 'token' ? t(`audit.way.${way}`) : t('audit.via', { via }));
  const shown = name ?? t('audit.somebody', { end: personId.slice(-6) });
  return (
    <>
      <button
        type="button"
        className={styles.asLink}
        title={t('audit.onlyPerson', { name: shown })}
        onClick={() => list.setFilter('personId', personId)}
      >
        {shown}
      </button>
      <SubLine>{viaWords()}</SubLine>
    </>
  );
}

function What({ event, list }: { event: AuditEvent; list: ListState }) {
  const { t } = useTranslation('admin');
  const words = useAuditWords();
  const record = words.kind(event.recordKind);
  return (
    <>
      {t(`audit.did.${event.changeKind}`)}:{' '}
      <button
        type="button"
        className={styles.asLink}
        title={t('audit.onlyRecord', { record })}
        onClick={() => list.setFilter('recordId', event.recordId)}
      >
        {record} <span className="visually-hidden">{event.recordId.slice(-6)}</span>
      </button>
      <SubLine>
        <span className={styles.code}>{event.operation}</span>
      </SubLine>
    </>
  );
}
