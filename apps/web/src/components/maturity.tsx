import { useTranslation } from 'react-i18next';
import styles from './maturity.module.css';
import { DONT_KNOW, levelOf, NOT_APPLICABLE, rampStep, toneOf, type Rating, type ScaleLevel } from './scale';

/** What a rating is called and what is printed for it. */
export function useRatingWords(scale: ScaleLevel[]): {
  word: (rating: Rating) => string;
  sign: (rating: Rating) => string;
} {
  const { t } = useTranslation();
  const kind = (rating: Rating) => (rating === NOT_APPLICABLE ? 'na' : rating === DONT_KNOW ? 'dk' : 'none');
  return {
    word: (rating) => levelOf(scale, rating)?.label ?? t(`rating.${kind(rating)}`),
    sign: (rating) => {
      const level = levelOf(scale, rating);
      return level ? String(level.value) : t(`rating.${kind(rating)}Short`);
    },
  };
}

interface LevelChipProps {
  scale: ScaleLevel[];
  rating: Rating;
  size?: number;
  /** Replaces the word for screen readers; empty where the word stands beside the chip. */
  label?: string;
}

/** A square with the number in it: color, number and (for screen readers) the word. */
export function LevelChip({ scale, rating, size = 24, label }: LevelChipProps) {
  const words = useRatingWords(scale);
  const wide = words.sign(rating).length > 1;
  return (
    <span
      className={styles.chip}
      data-level={toneOf(scale, rating)}
      style={{ width: size, height: size, fontSize: size * (wide ? 0.38 : 0.54) }}
    >
      <span aria-hidden>{words.sign(rating)}</span>
      <span className="visually-hidden">{label ?? words.word(rating)}</span>
    </span>
  );
}

/** The result of one element. `target` is the key of the target level, where one is set. */
export interface ElementValue {
  key: string;
  short: string;
  rating: Rating;
  target?: string | null;
}

interface ElementBarsProps {
  scale: ScaleLevel[];
  values: ElementValue[];
  label: string;
}

/** Small bars, one per element, with the number under each. The dashed mark across a bar is the target. */
export function ElementBars({ scale, values, label }: ElementBarsProps) {
  return (
    <ul className={styles.bars} aria-label={label}>
      {values.map((value) => (
        <ElementBar key={value.key} scale={scale} value={value} />
      ))}
    </ul>
  );
}

function ElementBar({ scale, value }: { scale: ScaleLevel[]; value: ElementValue }) {
  const { t } = useTranslation();
  const words = useRatingWords(scale);
  const level = levelOf(scale, value.rating);
  const target = value.target && value.rating !== NOT_APPLICABLE ? levelOf(scale, value.target) : undefined;
  const height = (of: ScaleLevel) => `${((scale.indexOf(of) + 1) * 100) / scale.length}%`;
  const name = t(target ? 'rating.barTarget' : 'rating.bar', {
    name: value.short,
    level: words.word(value.rating),
    target: target?.label,
  });
  return (
    <li title={name}>
      <span className={styles.track} data-level={toneOf(scale, value.rating)} aria-hidden>
        {level && (
          <span className={styles.fill} data-level={rampStep(scale, level)} style={{ height: height(level) }} />
        )}
        {target && <span className={styles.goal} style={{ bottom: height(target) }} />}
      </span>
      <span className={styles.barNumber} aria-hidden>
        {words.sign(value.rating)}
      </span>
      <span className="visually-hidden">{name}</span>
    </li>
  );
}

interface MaturityBarProps {
  scale: ScaleLevel[];
  /** Number of indicators by rating: scale keys, `not_applicable`, `dont_know`. */
  counts: Record<string, number>;
  label: string;
  height?: number;
}

/** How many indicators stand at each level. Counts are printed; don't know and not applicable stay apart at the end. */
export function MaturityBar({ scale, counts, label, height = 22 }: MaturityBarProps) {
  const { t } = useTranslation();
  const words = useRatingWords(scale);
  const parts = [...scale.map((level) => level.key), DONT_KNOW, NOT_APPLICABLE].filter((key) => counts[key]);
  const text = parts.map((key) => t('rating.part', { level: words.word(key), count: counts[key] })).join(', ');
  return (
    <span
      className={styles.stack}
      role="img"
      aria-label={t('rating.counts', { label, parts: text || t('rating.nothing') })}
      style={{ height }}
    >
      {parts.map((key) => (
        <span key={key} data-level={toneOf(scale, key)} style={{ flexGrow: counts[key] }}>
          {counts[key]}
        </span>
      ))}
    </span>
  );
}

interface MaturityLegendProps {
  scale: ScaleLevel[];
  /** Whether don't know and not applicable are shown too. */
  extra?: boolean;
  target?: boolean;
}

/** The ramp with its words. Shown once on every page that uses the ramp. */
export function MaturityLegend({ scale, extra = true, target = false }: MaturityLegendProps) {
  const { t } = useTranslation();
  const words = useRatingWords(scale);
  const shown = [...scale.map((level) => level.key), ...(extra ? [DONT_KNOW, NOT_APPLICABLE] : [])];
  return (
    <ul className={styles.legend} aria-label={t('rating.levels')}>
      {shown.map((key) => (
        <li key={key}>
          <LevelChip scale={scale} rating={key} size={18} label="" /> {words.word(key)}
        </li>
      ))}
      {target && (
        <li>
          <span className={styles.targetMark} aria-hidden /> {t('rating.target')}
        </li>
      )}
    </ul>
  );
}
