import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format';
import { DONT_KNOW, NOT_APPLICABLE, rampStep, type ScaleLevel } from '../scale';
import styles from './dot-spread.module.css';

/** What may be shown of the answers to one indicator; the server decides it by the number of ratings. */
export type SpreadView =
  | { kind: 'too_few' }
  | {
      kind: 'dots' | 'percentages';
      /** Number of ratings by level. */
      levels: { levelKey: string; count: number }[];
      dontKnow: number;
      notApplicable: number;
      /** Level proposed for the talk. */
      startingPoint: string | null;
    };

interface DotSpreadProps {
  scale: ScaleLevel[];
  view: SpreadView;
  /** Names of the respondents by rating; only where the round was opened as a named one. */
  names?: Record<string, string[]>;
}

/** Where the partners stand: one dot per answer above each level. Few answers are dots without percentages. */
export function DotSpread({ scale, view, names }: DotSpreadProps) {
  const { t } = useTranslation();
  if (view.kind === 'too_few') return <p className={styles.missing}>{t('spread.few', { count: 3 })}</p>;
  const countOf = (level: ScaleLevel) => view.levels.find(({ levelKey }) => levelKey === level.key)?.count ?? 0;
  return (
    <div className={styles.spread}>
      <ol className={styles.levels} style={{ '--levels': scale.length } as React.CSSProperties}>
        {scale.map((level) => (
          <LevelColumn
            key={level.key}
            scale={scale}
            level={level}
            count={countOf(level)}
            total={view.levels.reduce((sum, { count }) => sum + count, 0)}
            percent={view.kind === 'percentages'}
            start={view.startingPoint === level.key}
            names={names?.[level.key]}
          />
        ))}
      </ol>
      <Beside view={view} names={names} present={scale.filter(countOf)} />
    </div>
  );
}

interface BesideProps {
  view: Exclude<SpreadView, { kind: 'too_few' }>;
  names?: Record<string, string[]>;
  present: ScaleLevel[];
}

/** Range of the ratings, and the answers without a level: never counted as low ones. */
function Beside({ view, names, present }: BesideProps) {
  const { t } = useTranslation();
  return (
    <p className={styles.missing}>
      {present.length > 1 && <span>{t('spread.range', { low: present[0]!.value, high: present.at(-1)!.value })}</span>}
      {view.dontKnow > 0 && (
        <span>
          {t('spread.missing', { count: view.dontKnow })} {named(names?.[DONT_KNOW])}
        </span>
      )}
      {view.notApplicable > 0 && (
        <span>
          {t('spread.na', { count: view.notApplicable })} {named(names?.[NOT_APPLICABLE])}
        </span>
      )}
    </p>
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
