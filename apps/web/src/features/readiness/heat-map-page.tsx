import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { heatMapQuery, instrumentsQuery, regionChoicesQuery, useTenant, type HeatMap } from '../../api/readiness';
import { useWorkplace } from '../../app/workplace';
import { Heatmap, type HeatCell } from '../../components/charts/heatmap';
import { FilterPills } from '../../components/list/filter-pills';
import type { FilterDef } from '../../components/list/filters';
import { useListState } from '../../components/list/use-list-state';
import { MaturityLegend } from '../../components/maturity';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { scaleOfMap, useElementShort } from '../../components/readiness/instrument';
import { EmptyState, Loaded } from '../../components/states';
import { useFormats } from '../../i18n/format';
import { HeatCellDetail } from './heat-cell-detail';
import { HeatRadar } from './heat-radar';
import styles from './heat-map.module.css';

/** Elements by partnerships, with what is behind a cell and the radar of the chosen partnership beside it. */
export function HeatMapPage() {
  const { t } = useTranslation('readiness');
  const { t: words } = useTranslation();
  const { tenant } = useWorkplace();
  const list = useListState({ filters: useHeatFilters() });
  const query = useQuery(heatMapQuery(tenant.slug, list.values));
  const count = query.data?.partnerships.length;
  return (
    <>
      <PageHeader title={t('heat.title', { tenant: tenant.name })} summary={t('heat.summary')} />
      <Loaded query={query} rows={10}>
        {(map) => {
          const filtered = Object.keys(list.values).length > 0;
          if (map.partnerships.length === 0 && !filtered) return <NothingYet />;
          return (
            <Map map={map} tools={<FilterPills list={list} result={words('table.results', { count: count ?? 0 })} />} />
          );
        }}
      </Loaded>
    </>
  );
}

function useHeatFilters(): FilterDef[] {
  const { t } = useTranslation('readiness');
  const regions = useQuery(regionChoicesQuery(useTenant())).data?.items ?? [];
  const instruments = useQuery(instrumentsQuery).data?.items ?? [];
  const choice = (key: string, label: string, options: { value: string; label: string }[]): FilterDef[] =>
    options.length > 1 ? [{ key, label, kind: 'choice', one: true, options }] : [];
  return [
    ...choice('level', t('heat.level'), [
      { value: 'state', label: t('level.state') },
      { value: 'local', label: t('level.local') },
    ]),
    ...choice(
      'regionId',
      t('heat.region'),
      regions.map(({ id, name }) => ({ value: id, label: name })),
    ),
    ...choice(
      'instrumentId',
      t('heat.instrument'),
      instruments.map(({ id, title, version }) => ({ value: id, label: `${title} ${version}` })),
    ),
  ];
}

function NothingYet() {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  return (
    <EmptyState
      title={t('heat.emptyTitle')}
      why={t('heat.emptyWhy')}
      action={
        <Button component={Link} to={`/t/${tenant}/partnerships`}>
          {t('caseload.emptyAction')}
        </Button>
      }
    />
  );
}

/** The chosen cell stands in the address as `at=<partnership>.<element>`; at first it is the first one with a level. */
function useChosenCell({ partnerships, elements }: HeatMap) {
  const [params, setParams] = useSearchParams();
  const [row, ...rest] = (params.get('at') ?? '').split('.');
  const partnership = partnerships.find(({ id }) => id === row) ?? partnerships.find((item) => item.assessmentId);
  const element = elements.find(({ key }) => key === rest.join('.')) ?? elements[0];
  const choose = (partnershipId: string, elementKey: string) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        next.set('at', `${partnershipId}.${elementKey}`);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return { partnership, element, choose };
}

function Map({ map, tools }: { map: HeatMap; tools: React.ReactNode }) {
  const { t } = useTranslation('readiness');
  const short = useElementShort();
  const rows = useRows(map);
  const { partnership, element, choose } = useChosenCell(map);
  const scale = scaleOfMap(map);
  return (
    <div className={styles.grid}>
      <Panel title={t('heat.panel')} flush>
        <div className={styles.tools}>{tools}</div>
        {rows.length === 0 && <p className={styles.nothing}>{t('heat.emptyFiltered')}</p>}
        {rows.length > 0 && (
          <Heatmap
            caption={t('heat.caption')}
            rowTitle={t('word.partnership')}
            scale={scale}
            columns={map.elements.map((item) => ({ key: item.key, label: short(item), title: item.title }))}
            rows={rows}
            selected={partnership && element && { row: partnership.id, column: element.key }}
            onSelect={choose}
          />
        )}
        <div className={styles.legend}>
          <MaturityLegend scale={scale} />
          <span>{t('heat.belowNote')}</span>
        </div>
      </Panel>
      {partnership && element && (
        <>
          <HeatCellDetail map={map} partnership={partnership} element={element} scale={scale} />
          <HeatRadar map={map} partnership={partnership} />
        </>
      )}
    </div>
  );
}

function useRows(map: HeatMap) {
  const { t } = useTranslation('readiness');
  const formats = useFormats();
  const cellOf = (cell: HeatMap['partnerships'][number]['cells'][string] | undefined): HeatCell => {
    if (!cell) return { rating: null };
    const note = cell.level === null && cell.unresolved > 0 ? t('heat.unresolved', { count: cell.unresolved }) : '';
    return {
      rating: cell.level,
      coverage: cell.coverage ?? undefined,
      note: (cell.belowTarget ? t('heat.below') : note) || undefined,
    };
  };
  return map.partnerships.map((row) => ({
    key: row.id,
    label: row.name,
    sub: row.lockedAt ? t('heat.locked', { date: formats.date(row.lockedAt) }) : t('heat.noneLocked'),
    cells: map.elements.map(({ key }) => cellOf(row.cells[key])),
  }));
}
