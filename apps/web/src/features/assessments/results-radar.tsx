import { useTranslation } from 'react-i18next';
import { Radar, RadarLegend, type RadarSeries } from '../../components/charts/radar';
import { LevelChip } from '../../components/maturity';
import { Panel } from '../../components/panel';
import { scaleOf, useElementShort } from '../../components/readiness/instrument';
import type { ResultParts } from './results-page';
import styles from './results.module.css';

const FEWEST_AXES = 3;

/** All elements at once: where the partnership stands and where it wants to be. */
export function ResultsRadar({ instrument, results }: ResultParts) {
  const { t } = useTranslation('assessments');
  const short = useElementShort();
  const scale = scaleOf(instrument);
  const position = (key: string | null) => {
    const at = scale.findIndex((level) => level.key === key);
    return at < 0 ? null : at + 1;
  };
  const elements = results.elements.map((element) => ({ ...element, key: element.elementKey }));
  const series: RadarSeries[] = [
    { name: t('results.now'), look: 'now', values: elements.map(({ result }) => position(result.medianLevel)) },
    { name: t('results.target'), look: 'target', values: elements.map(({ targetLevel }) => position(targetLevel)) },
  ];
  return (
    <Panel title={t('results.radar')} aside={<RadarLegend series={series} />}>
      {elements.length >= FEWEST_AXES ? (
        <div className={styles.radar}>
          <Radar title={t('results.radar')} axes={elements.map(short)} series={series} max={scale.length} />
        </div>
      ) : (
        <ul className={styles.few}>
          {elements.map((element) => (
            <li key={element.key}>
              <LevelChip scale={scale} rating={element.result.medianLevel} size={34} />
              <i aria-hidden />
              <LevelChip scale={scale} rating={element.targetLevel} size={34} />
              <b>
                {element.number}. {element.title}
              </b>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
