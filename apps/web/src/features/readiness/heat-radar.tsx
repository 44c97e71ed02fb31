import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { resultsQuery, useTenant, type HeatMap } from '../../api/readiness';
import { Radar, RadarLegend, type RadarSeries } from '../../components/charts/radar';
import { Panel } from '../../components/panel';
import { useElementShort } from '../../components/readiness/instrument';
import styles from './heat-map.module.css';

interface HeatRadarProps {
  map: HeatMap;
  partnership: HeatMap['partnerships'][number];
}

/** The chosen partnership over all elements: where it stands and where it wants to be. */
export function HeatRadar({ map, partnership }: HeatRadarProps) {
  const { t } = useTranslation('readiness');
  const short = useElementShort();
  const tenant = useTenant();
  const results = useQuery(resultsQuery(tenant, partnership.assessmentId ?? undefined)).data;
  if (!partnership.assessmentId || map.elements.length < 3) return null;
  const levels = map.instrument?.levels ?? [];
  const position = (level: string | null | undefined) => levels.find(({ key }) => key === level)?.position ?? null;
  const series: RadarSeries[] = [
    {
      name: t('heat.now'),
      look: 'now',
      values: map.elements.map(({ key }) => position(partnership.cells[key]?.level)),
    },
    {
      name: t('heat.target'),
      look: 'target',
      values: map.elements.map(({ key }) =>
        position(results?.elements.find((item) => item.elementKey === key)?.targetLevel),
      ),
    },
  ];
  const title = t('heat.radar', { name: partnership.name });
  return (
    <Panel
      title={title}
      className={styles.wide}
      aside={
        <>
          <RadarLegend series={series} />
          <Link to={`/t/${tenant}/assessments/${partnership.assessmentId}/results`}>{t('heat.results')}</Link>
        </>
      }
    >
      <div className={styles.radar}>
        <Radar title={title} axes={map.elements.map(short)} series={series} max={levels.length} />
      </div>
    </Panel>
  );
}
