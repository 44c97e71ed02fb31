import { useTranslation } from 'react-i18next';
import type { Instrument } from '../../api/readiness';
import { LevelChip, useRatingWords } from '../../components/maturity';
import { scaleOf } from '../../components/readiness/instrument';
import { NOT_APPLICABLE } from '../../components/scale';
import { useFormats } from '../../i18n/format';
import type { AgendaItem } from './consensus-session';
import styles from './consensus.module.css';
import { StartingPoint } from './talk-spread';

/** What was recorded, for those who only read: outcome, why, who sees it differently, who settles it. */
export function DecisionSummary({ item, instrument }: { item: AgendaItem; instrument: Instrument }) {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const scale = scaleOf(instrument);
  const { rating } = item;
  return (
    <div className={styles.decide}>
      <h2 id="decide">{t('talk.agreed')}</h2>
      {!rating && (
        <>
          <p className={styles.text}>{t('talk.nothingYet')}</p>
          <StartingPoint item={item} scale={scale} />
        </>
      )}
      {rating && (
        <>
          <Outcome item={item} instrument={instrument} />
          {rating.rationale && <p className={styles.text}>{rating.rationale}</p>}
          {rating.outsideReason && <p className={styles.text}>{rating.outsideReason}</p>}
          {rating.outcome === 'unresolved' && (
            <p className={styles.text}>
              {t('results.owner', {
                name: rating.ownerName ?? t('list.nobody'),
                date: rating.dueOn ? formats.date(rating.dueOn) : t('list.noDue'),
              })}
            </p>
          )}
          {rating.dissent.length > 0 && <h3 className={styles.h3}>{t('dissent.title')}</h3>}
          {rating.dissent.map(({ organizationId, organizationName, text }) => (
            <p key={organizationId} className={styles.text}>
              <b>{organizationName}:</b> {text}
            </p>
          ))}
        </>
      )}
    </div>
  );
}

function Outcome({ item: { rating }, instrument }: { item: AgendaItem; instrument: Instrument }) {
  const { t } = useTranslation('assessments');
  const scale = scaleOf(instrument);
  const words = useRatingWords(scale);
  if (!rating) return null;
  const range = { low: words.sign(rating.low), high: words.sign(rating.high) };
  const name =
    rating.outcome === 'level'
      ? words.word(rating.level)
      : rating.outcome === 'no_consensus'
        ? `${t('outcomeDone.no_consensus')}, ${t('talk.range', range)}`
        : t(`outcomeDone.${rating.outcome}`);
  return (
    <p className={styles.agreed}>
      <LevelChip
        scale={scale}
        rating={rating.outcome === 'not_applicable' ? NOT_APPLICABLE : rating.level}
        size={40}
        label=""
      />
      <b>{name}</b>
    </p>
  );
}
