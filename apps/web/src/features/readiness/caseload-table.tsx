import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { heatMapQuery, useTenant, type CaseloadPartnership, type HeatMap } from '../../api/readiness';
import { DataTable, type Column } from '../../components/list/data-table';
import { FilterPills } from '../../components/list/filter-pills';
import { useListState } from '../../components/list/use-list-state';
import { ElementBars, MaturityLegend } from '../../components/maturity';
import { Panel } from '../../components/panel';
import { scaleOfMap, useElementShort } from '../../components/readiness/instrument';
import { RoundBadge } from '../../components/readiness/round-badge';
import { useSystemName } from '../../components/readiness/words';
import { LoadingRows } from '../../components/states';
import { StatusBadge } from '../../components/status-badge';
import { useFormats } from '../../i18n/format';
import styles from './home.module.css';

/** Every partnership with its levels and targets, open round and last activity; those that need the coach come first. */
export function CaseloadTable({ partnerships }: { partnerships: CaseloadPartnership[] }) {
  const { t } = useTranslation('readiness');
  const { t: words } = useTranslation();
  const tenant = useTenant();
  const map = useQuery(heatMapQuery(tenant, {}));
  const list = useListState({
    filters: [
      {
        key: 'show',
        label: t('caseload.show'),
        kind: 'choice',
        options: [
          { value: 'waiting', label: t('caseload.showWaiting') },
          { value: 'stale', label: t('caseload.showStale') },
        ],
      },
    ],
  });
  const show = list.values['show'];
  const rows = partnerships.filter(
    (row) => !show || (show.includes('waiting') && row.needsMe.length > 0) || (show.includes('stale') && row.stale),
  );
  const columns = useColumns(map.data);
  if (!map.data) return <LoadingRows rows={6} />;
  return (
    <Panel title={t('caseload.table')} flush aside={<ElementKey elements={map.data.elements} />}>
      <div className={styles.tools}>
        <FilterPills list={list} result={words('table.results', { count: rows.length })} />
      </div>
      <DataTable
        caption={t('caseload.table')}
        columns={columns}
        rows={rows.sort(byNeed)}
        rowKey={(row) => row.id}
        dense
      />
      <div className={styles.legend}>
        <MaturityLegend scale={scaleOfMap(map.data)} extra={false} target />
        <span>{t('caseload.barNote')}</span>
      </div>
    </Panel>
  );
}

const byNeed = (a: CaseloadPartnership, b: CaseloadPartnership) =>
  b.needsMe.length - a.needsMe.length || Number(b.stale) - Number(a.stale) || a.name.localeCompare(b.name);

function ElementKey({ elements }: { elements: HeatMap['elements'] }) {
  const { t } = useTranslation('readiness');
  const short = useElementShort();
  return (
    <ol className={styles.elements} aria-label={t('caseload.elements')}>
      {elements.map((element) => (
        <li key={element.key}>
          <b>{element.number}</b> {short(element)}
        </li>
      ))}
    </ol>
  );
}

function useColumns(map: HeatMap | undefined): Column<CaseloadPartnership>[] {
  const { t } = useTranslation('readiness');
  const formats = useFormats();
  return [
    { key: 'name', title: t('word.partnership'), header: true, width: 250, cell: (row) => <NameCell row={row} /> },
    {
      key: 'levels',
      title: t('caseload.levels'),
      width: 152,
      cell: (row) => (map ? <Bars row={row} map={map} /> : null),
    },
    { key: 'round', title: t('word.round'), cell: (row) => <RoundCell row={row} /> },
    {
      key: 'gaps',
      title: t('caseload.openGaps'),
      align: 'right',
      phone: 'label',
      cell: (row) => <GapsCell row={row} />,
    },
    {
      key: 'activity',
      title: t('caseload.activity'),
      phone: 'label',
      cell: (row) => {
        const when = row.lastActivityAt ? formats.ago(row.lastActivityAt) : t('caseload.noActivity');
        return row.stale ? <StatusBadge status="stale" label={when} /> : when;
      },
    },
  ];
}

function NameCell({ row }: { row: CaseloadPartnership }) {
  const { t } = useTranslation('readiness');
  const system = useSystemName();
  const formats = useFormats();
  const missing = row.missingSystems.map(system);
  return (
    <>
      <Link to={`/t/${useTenant()}/partnerships/${row.id}`}>{row.name}</Link>
      <span className={styles.sub}>{row.regionName ?? t(`level.${row.level}`)}</span>
      {missing.length > 0 && (
        <span className={styles.missing} title={formats.list(missing)}>
          {t('caseload.missing', { count: missing.length })}
          <span className="visually-hidden">: {formats.list(missing)}</span>
        </span>
      )}
    </>
  );
}

function Bars({ row, map }: { row: CaseloadPartnership; map: HeatMap }) {
  const { t } = useTranslation('readiness');
  const short = useElementShort();
  const values = map.elements.map((element) => {
    const found = row.elements.find(({ key }) => key === element.key);
    return {
      key: element.key,
      short: `${element.number} ${short(element)}`,
      rating: found?.level ?? null,
      target: found?.target,
    };
  });
  return <ElementBars scale={scaleOfMap(map)} label={t('caseload.levelsOf', { name: row.name })} values={values} />;
}

function RoundCell({ row }: { row: CaseloadPartnership }) {
  const { t } = useTranslation('readiness');
  const formats = useFormats();
  const tenant = useTenant();
  const { openRound: round } = row;
  if (!round)
    return (
      <span className={styles.sub}>
        {row.lastLockedAt ? t('caseload.locked', { date: formats.date(row.lastLockedAt) }) : t('caseload.noRound')}
      </span>
    );
  return (
    <>
      <Link to={`/t/${tenant}/assessments/${round.id}`} className={styles.plain}>
        <RoundBadge status={round.status} answered={{ done: round.submitted, of: round.respondents }} quiet />
        <span className="visually-hidden">: {round.title}</span>
      </Link>
      {round.dueOn && <span className={styles.sub}>{t('round.due', { date: formats.date(round.dueOn) })}</span>}
    </>
  );
}

function GapsCell({ row }: { row: CaseloadPartnership }) {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  if (row.openGaps === 0) return <span className={styles.sub}>0</span>;
  return (
    <>
      <Link to={`/t/${tenant}/gaps?partnershipId=${row.id}`}>
        {row.openGaps}
        <span className="visually-hidden"> {t('gaps.title')}</span>
      </Link>
      {row.gapsWithoutBand > 0 && (
        <span className={styles.sub}>{t('caseload.withoutBand', { count: row.gapsWithoutBand })}</span>
      )}
    </>
  );
}
