import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { gapsQuery, heatMapQuery, useTenant } from '../../api/readiness';
import { LevelChip } from '../../components/maturity';
import { Panel } from '../../components/panel';
import { scaleOfMap } from '../../components/readiness/instrument';
import type { Band } from '../../components/readiness/words';
import { Loaded } from '../../components/states';
import styles from './home.module.css';

const SHOWN = 6;

/** What the partnership works on in this cycle, most urgent first; nothing while no gap is chosen. */
export function ChosenGaps() {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  const map = useQuery(heatMapQuery(tenant, {})).data;
  const query = useQuery(gapsQuery(tenant, { chosen: 'true', current: 'true', limit: SHOWN }));
  if (!map || query.data?.total === 0) return null;
  const scale = scaleOfMap(map);
  const all = `/t/${tenant}/gaps?chosen=true`;
  return (
    <Panel
      title={t('work.chosenTitle')}
      flush
      aside={query.data && <Link to={all}>{t('work.chosenAll', { count: query.data.total })}</Link>}
    >
      <Loaded query={query} rows={4}>
        {({ items }) => (
          <ul className={`${styles.rows} ${styles.chosen}`}>
            {items.map((gap) => (
              <li key={gap.id}>
                <LevelChip scale={scale} rating={gap.consensusLevel} />
                <div>
                  <p className={styles.strong}>
                    <Link to={`/t/${tenant}/gaps/${gap.id}`}>
                      {gap.indicatorCode} {gap.statement}
                    </Link>
                  </p>
                  <p>{gap.partnershipName}</p>
                </div>
                <span className={styles.band}>{gap.band ? t(`band.${gap.band as Band}`) : t('gaps.noBand')}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}
