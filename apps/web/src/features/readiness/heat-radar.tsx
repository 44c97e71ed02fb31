import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { resultsQuery, useTenant, type HeatMap } from '../../api/readiness';
import { Radar, RadarLegend, type RadarSeries } from '../../components/charts/radar';
import { LevelChip } from '../../components/maturity';
import { Panel } from '../../components/panel';
import { scaleOfMap, useElementShort } from '../../components/readiness/instrument';
import { useFormats } from '../../i18n/format';
import styles from './heat-map.module.css';

interface HeatRadarProps {
  map: HeatMap;
  partnership: HeatMap['partnerships'][number];
}

/** The chosen partnership over all elements: where it stands and where it wants to be, and how many indicators are there. */
export function HeatRadar({ map, partnership }: HeatRadarProps) {
  const { t } = useTranslation('readiness');
  const short = useElementShort();
  const tenant = useTenant();
  const results = useQuery(resultsQuery(tenant, partnership.assessmentId)).data;
  if (map.elements.length < 3) return null;
  const scale = scaleOfMap(map);
  const position = (level: string | null | undefined) => {
    const at = scale.findIndex(({ key }) => key === level);
    return at < 0 ? null : at + 1;
  };
  const targetOf = (elementKey: string) =>
    results?.elements.find((item) => item.elementKey === elementKey)?.targetLevel ?? null;
  const series: RadarSeries[] = [
    {
      name: t('heat.now'),
      look: 'now',
      values: map.elements.map(({ key }) => position(partnership.cells[key]?.level)),
    },
    { name: t('heat.target'), look: 'target', values: map.elements.map(({ key }) => position(targetOf(key))) },
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
      <div className={styles.looks}>
        <Radar title={title} axes={map.elements.map(short)} series={series} max={scale.length} />
        <ul className={styles.elements}>
          {map.elements.map((element) => (
            <ElementLine
              key={element.key}
              map={map}
              element={element}
              cell={partnership.cells[element.key]}
              target={targetOf(element.key)}
            />
          ))}
        </ul>
      </div>
    </Panel>
  );
}

interface ElementLineProps {
  map: HeatMap;
  element: HeatMap['elements'][number];
  cell: HeatMap['partnerships'][number]['cells'][string] | undefined;
  target: string | null;
}

function ElementLine({ map, element, cell, target }: ElementLineProps) {
  const { t } = useTranslation('readiness');
  const { t: words } = useTranslation();
  const formats = useFormats();
  const scale = scaleOfMap(map);
  const notes = [
    cell && t('heat.numbers', { count: cell.n }),
    cell && cell.unresolved > 0 && `${t('heat.unresolved', { count: cell.unresolved })}.`,
    cell && cell.coverage !== null && `${words('chart.coverage', { percent: formats.percent(cell.coverage) })}.`,
  ];
  return (
    <li>
      <span className={styles.steps}>
        <LevelChip scale={scale} rating={cell?.level ?? null} />
        {target && (
          <>
            <i aria-hidden />
            <span className="visually-hidden">{t('heat.target')}</span>
            <LevelChip scale={scale} rating={target} />
          </>
        )}
      </span>
      <span>
        <b>
          {element.number}. {element.title}
        </b>
        <small>{notes.filter(Boolean).join(' ')}</small>
      </span>
    </li>
  );
}
