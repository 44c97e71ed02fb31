import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { consensusQuery, useTenant, type ConsensusItem } from '../../api/readiness';
import { useRatingWords } from '../../components/maturity';
import { Panel } from '../../components/panel';
import { indicatorsOf, scaleOf } from '../../components/readiness/instrument';
import { Loaded } from '../../components/states';
import { useFormats } from '../../i18n/format';
import type { ResultParts } from './results-page';
import styles from './results.module.css';

const OUTCOMES = ['unresolved', 'no_consensus'] as const;

/** Indicators without an agreed level: who settles them by when, and which range stays on the table. */
export function NotSettled({ round, instrument }: ResultParts) {
  const { t } = useTranslation('assessments');
  const query = useQuery(consensusQuery(useTenant(), round.id, 'team'));
  return (
    <Panel title={t('results.notSettled')}>
      <Loaded query={query} rows={2}>
        {({ items }) => {
          const left = items.filter(({ rating }) => OUTCOMES.some((outcome) => outcome === rating?.outcome));
          if (left.length === 0) return <p className={styles.text}>{t('results.allSettled')}</p>;
          return OUTCOMES.map((outcome) => {
            const found = left.filter(({ rating }) => rating?.outcome === outcome);
            return (
              found.length > 0 && (
                <div key={outcome}>
                  <h3 className={styles.h3}>{t(`outcomeDone.${outcome}`)}</h3>
                  <ul className={styles.left}>
                    {found.map((item) => (
                      <LeftOpen key={item.indicatorKey} item={item} round={round} instrument={instrument} />
                    ))}
                  </ul>
                </div>
              )
            );
          });
        }}
      </Loaded>
    </Panel>
  );
}

function LeftOpen({ item, round, instrument }: Omit<ResultParts, 'results'> & { item: ConsensusItem }) {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const tenant = useTenant();
  const words = useRatingWords(scaleOf(instrument));
  const indicator = indicatorsOf(instrument.elements).find(({ key }) => key === item.indicatorKey);
  const { rating } = item;
  if (!rating || !indicator) return null;
  return (
    <li>
      <Link to={`/t/${tenant}/assessments/${round.id}/consensus?at=${item.indicatorKey}`}>{indicator.code}</Link>{' '}
      {indicator.statement}
      <small>
        {rating.outcome === 'no_consensus'
          ? t('talk.range', { low: words.sign(rating.low), high: words.sign(rating.high) })
          : t('results.owner', {
              name: rating.ownerName ?? t('list.nobody'),
              date: rating.dueOn ? formats.date(rating.dueOn) : t('list.noDue'),
            })}
      </small>
    </li>
  );
}
