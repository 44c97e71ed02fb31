import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format';
import { DONT_KNOW, levelOf, NOT_APPLICABLE, rampStep, type ScaleLevel } from '../scale';
import { countBy, displayOf } from './spread-display';
import styles from './dot-spread.module.css';

interface DotSpreadProps {
  scale: ScaleLevel[];
  /** Number of answers by scale key, `not_applicable` and `dont_know`. */
  counts: Record<string, number>;
  /** Key of the level proposed as a starting point. */
  start?: string | null;
  /** Names of the respondents by rating; only where the round was opened as a named one. */
  names?: Record<string, string[]>;
  /** The facilitator sees the dots of fewer than three answers too. */
  facilitator?: boolean;
}

/**
 * Where the partners stand: one dot per answer above each level. Fewer than three answers are not shown, three or four
 * as dots with their range, five or more with percentages.
 */
export function DotSpread({ scale, counts, start, names, facilitator = false }: DotSpreadProps) {
  const { t } = useTranslation();
  const { rated, missing, notApplicable } = countBy(scale, counts);
  const display = displayOf(rated + missing + notApplicable, facilitator);
  if (display === 'hidden') return <p className={styles.missing}>{t('spread.few', { count: 3 })}</p>;
  const present = scale.filter((level) => counts[level.key]);
  return (
    <div className={styles.spread}>
      <ol className={styles.levels} style={{ '--levels': scale.length } as React.CSSProperties}>
        {scale.map((level) => (
          <LevelColumn
            key={level.key}
            scale={scale}
            level={level}
            count={counts[level.key] ?? 0}
            total={rated}
            percent={display === 'percent'}
            start={levelOf(scale, start ?? null) === level}
            names={names?.[level.key]}
          />
        ))}
      </ol>
      <p className={styles.missing}>
        {present.length > 1 && (
          <span>{t('spread.range', { low: present[0]!.value, high: present.at(-1)!.value })}</span>
        )}
        {missing > 0 && (
          <span>
            {t('spread.missing', { count: missing })} {named(names?.[DONT_KNOW])}
          </span>
        )}
        {notApplicable > 0 && (
          <span>
            {t('spread.na', { count: notApplicable })} {named(names?.[NOT_APPLICABLE])}
          </span>
        )}
      </p>
    </div>
  );
}

const named = (names: string[] | undefined) => (names && names.length > 0 ? `(${names.join(', ')})` : '');

interface LevelColumnProps {
  scale: ScaleLevel[];
  level: ScaleLevel;
  count: number;
  total: number;
  percent: boolean;
  start: boolean;
  names?: string[];
}

function LevelColumn({ scale, level, count, total, percent, start, names }: LevelColumnProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const share = formats.percent(total ? count / total : 0);
  const spoken = t(percent ? 'spread.levelPercent' : 'spread.level', {
    level: level.label,
    count,
    total,
    percent: share,
  });
  return (
    <li className={styles.level} data-start={start}>
      <ul className={styles.dots} data-named={names !== undefined} aria-label={spoken}>
        {Array.from({ length: count }, (_, i) => (
          <li key={i}>
            <span className={styles.dot} aria-hidden />
            {names ? (
              <span className={styles.name}>{names[i]}</span>
            ) : (
              <span className="visually-hidden">{t('spread.oneAnswer')}</span>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.foot} data-level={rampStep(scale, level)}>
        <b>{level.value}</b> {level.label}
        {percent && <span className={styles.share}>{share}</span>}
      </p>
      {start && <p className={styles.start}>{t('spread.start')}</p>}
    </li>
  );
}
