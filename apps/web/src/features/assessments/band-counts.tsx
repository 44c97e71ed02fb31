import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenant } from '../../api/readiness';
import { Panel } from '../../components/panel';
import { BANDS } from '../../components/readiness/words';
import type { ResultParts } from './results-page';
import styles from './results.module.css';

const UNJUDGED = 'unjudged';

/** Gaps of this result by priority band. */
export function BandCounts({ round, results }: ResultParts) {
  const { t } = useTranslation('assessments');
  const { t: readiness } = useTranslation('readiness');
  const tenant = useTenant();
  if (results.preview) return null;
  const bands = [...BANDS, UNJUDGED].filter((band) => results.gapsByBand[band]);
  const name = (band: string) =>
    band === UNJUDGED ? readiness('gaps.noBand') : readiness(`band.${band as (typeof BANDS)[number]}`);
  return (
    <Panel title={t('results.byBand')}>
      {bands.length === 0 && <p className={styles.text}>{t('results.noGaps')}</p>}
      <dl className={styles.facts}>
        {bands.map((band) => (
          <div key={band}>
            <dt>
              <Link to={`/t/${tenant}/gaps?partnershipId=${round.partnershipId}&band=${band}`}>{name(band)}</Link>
            </dt>
            <dd>{results.gapsByBand[band]}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
