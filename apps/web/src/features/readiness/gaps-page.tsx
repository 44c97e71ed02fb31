import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ifMatch, unwrap } from '../../api/client';
import {
  gapsQuery,
  heatMapQuery,
  partnershipChoicesQuery,
  useTenant,
  type Gap,
  type HeatMap,
} from '../../api/readiness';
import { useWrite } from '../../api/use-write';
import { useNotices } from '../../components/feedback/notices';
import type { FilterDef } from '../../components/list/filters';
import { RecordList } from '../../components/list/record-list';
import { useListState } from '../../components/list/use-list-state';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { BANDS } from '../../components/readiness/words';
import { EmptyState } from '../../components/states';
import { useGapColumns } from './gap-columns';

/** All current gaps in the order of their priority. */
export function GapsPage() {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  const map = useQuery(heatMapQuery(tenant, {})).data;
  const list = useListState({ filters: useGapFilters(map) });
  const query = useQuery(gapsQuery(tenant, { ...list.query, current: 'true' }));
  const choose = useChooseGaps(query.data?.items ?? []);
  const columns = useGapColumns(map);
  const mayChange = query.data?.items.some(({ allowed }) => allowed.includes('update'));
  return (
    <>
      <PageHeader title={t('gaps.title')} summary={t('gaps.summary')} />
      <Panel title={t('gaps.all')} flush>
        <RecordList
          caption={t('gaps.title')}
          list={list}
          query={query}
          columns={columns}
          rowKey={(gap) => gap.id}
          rowName={(gap) => `${gap.indicatorCode} ${gap.statement}`}
          exportFrom={`/api/v1/t/${tenant}/gaps`}
          empty={<NoGaps />}
          bulk={
            mayChange
              ? (keys, clear) =>
                  ([true, false] as const).map((chosen) => (
                    <Button
                      key={String(chosen)}
                      size="compact-sm"
                      variant={chosen ? 'filled' : 'default'}
                      loading={choose.isPending}
                      onClick={() => choose.mutate({ keys, chosen }, { onSuccess: clear })}
                    >
                      {t(chosen ? 'gaps.bulkChoose' : 'gaps.bulkUnchoose')}
                    </Button>
                  ))
              : undefined
          }
        />
      </Panel>
    </>
  );
}

function NoGaps() {
  const { t } = useTranslation('readiness');
  return (
    <EmptyState
      title={t('gaps.emptyTitle')}
      why={t('gaps.emptyWhy')}
      action={
        <Button component={Link} to={`/t/${useTenant()}/assessments`}>
          {t('gaps.emptyAction')}
        </Button>
      }
    />
  );
}

function useGapFilters(map: HeatMap | undefined): FilterDef[] {
  const { t } = useTranslation('readiness');
  const { t: words } = useTranslation();
  const partnerships = useQuery(partnershipChoicesQuery(useTenant())).data?.items ?? [];
  return [
    {
      key: 'elementKey',
      label: t('gaps.element'),
      kind: 'choice',
      one: true,
      options: (map?.elements ?? []).map(({ key, number, title }) => ({ value: key, label: `${number}. ${title}` })),
    },
    {
      key: 'band',
      label: t('gaps.band'),
      kind: 'choice',
      one: true,
      options: BANDS.map((band) => ({ value: band, label: t(`band.${band}`) })),
    },
    {
      key: 'chosen',
      label: t('gaps.chosenFilter'),
      kind: 'choice',
      one: true,
      options: [
        { value: 'true', label: words('word.yes') },
        { value: 'false', label: words('word.no') },
      ],
    },
    {
      key: 'partnershipId',
      label: t('gaps.partnership'),
      kind: 'choice',
      one: true,
      options: partnerships.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}

/** Chooses gaps for this cycle or takes them out; the result can be undone. */
function useChooseGaps(gaps: Gap[]) {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  const notices = useNotices();
  const write = useWrite(
    async ({ keys, chosen }: { keys: string[]; chosen: boolean }) => {
      const picked = gaps.filter((gap) => keys.includes(gap.id) && gap.chosen !== chosen);
      for (const { id, version } of picked)
        await unwrap(
          api.PATCH('/api/v1/t/{tenant}/gaps/{id}', {
            params: { path: { tenant, id }, header: ifMatch(version) },
            body: { chosen },
          }),
        );
      return picked.length;
    },
    {
      refresh: [
        ['gaps', tenant],
        ['gap', tenant],
        ['my-work', tenant],
      ],
      onSuccess: (count) => notices.done(t('gaps.bulkDone', { count })),
    },
  );
  return {
    ...write,
    mutate: (input: { keys: string[]; chosen: boolean }, then: { onSuccess: () => void }) =>
      write.mutate(input, { ...then, onError: notices.failed }),
  };
}
