import { useTranslation } from 'react-i18next';
import type { ElementResult, RollUp } from '../../api/readiness';
import { LevelChip, MaturityBar, useRatingWords } from '../../components/maturity';
import { Panel } from '../../components/panel';
import { NOT_APPLICABLE, type ScaleLevel } from '../../components/scale';
import { useFormats } from '../../i18n/format';
import styles from './results.module.css';

interface ElementResultProps {
  element: ElementResult;
  scale: ScaleLevel[];
}

interface Line {
  key: string;
  name: string;
  result: RollUp;
  coverage: ElementResult['coverage'];
  targetLevel: string | null;
}

/** One element with its strategies: levels first, coverage apart from the result, a mean only where it is honest. */
export function ElementResultPanel({ element, scale }: ElementResultProps) {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation();
  const { result, coverage, targetLevel } = element;
  const lines: Line[] = [
    { key: element.elementKey, name: t('results.whole'), result, coverage, targetLevel },
    ...element.strategies.map((strategy) => ({
      key: strategy.strategyKey,
      name: `${strategy.code} ${strategy.title}`,
      result: strategy.result,
      coverage: strategy.coverage,
      targetLevel: strategy.targetLevel,
    })),
  ];
  const title = `${element.number}. ${element.title}`;
  return (
    <Panel title={title} flush aside={<Mean result={result} />}>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={words('table.region', { caption: title })}>
        <table className={styles.table}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('results.strategy')}</th>
              <th scope="col">{t('results.distribution')}</th>
              <th scope="col">{t('results.median')}</th>
              <th scope="col">{t('results.target')}</th>
              <th scope="col">{t('results.lowest')}</th>
              <th scope="col">{t('results.atTarget')}</th>
              <th scope="col">{t('results.coverage')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, i) => (
              <ResultRow key={line.key} line={line} scale={scale} whole={i === 0} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function ResultRow({ line, scale, whole }: { line: Line; scale: ScaleLevel[]; whole: boolean }) {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const { result, coverage } = line;
  const counts = { ...result.distribution, [NOT_APPLICABLE]: result.notApplicable };
  const beside = [
    result.unresolved > 0 && t('results.unresolved', { count: result.unresolved }),
    result.noConsensus > 0 && t('results.noConsensus', { count: result.noConsensus }),
  ].filter(Boolean);
  return (
    <tr data-whole={whole}>
      <th scope="row">
        {line.name}
        <small>
          {t('results.n', { count: result.n })}
          {beside.length > 0 && ` · ${beside.join(', ')}`}
        </small>
      </th>
      <td data-title={t('results.distribution')} className={styles.bar}>
        <MaturityBar scale={scale} counts={counts} label={line.name} height={20} />
      </td>
      <td data-title={t('results.median')}>
        <Level scale={scale} rating={result.medianLevel} />
      </td>
      <td data-title={t('results.target')}>
        <Level scale={scale} rating={line.targetLevel} />
      </td>
      <td data-title={t('results.lowest')}>
        <Level scale={scale} rating={result.lowestLevel} />
      </td>
      <td data-title={t('results.atTarget')}>
        {result.atOrAboveTarget
          ? t('results.share', { count: result.atOrAboveTarget.count, of: result.atOrAboveTarget.of })
          : t('results.notAvailable')}
      </td>
      <td data-title={t('results.coverage')}>
        {coverage.value === null ? t('results.notAvailable') : formats.percent(coverage.value)}
        {!coverage.shown && coverage.value !== null && <small>{t('results.lowCoverage')}</small>}
      </td>
    </tr>
  );
}

function Level({ scale, rating }: { scale: ScaleLevel[]; rating: string | null }) {
  const words = useRatingWords(scale);
  return (
    <span className={styles.level}>
      <LevelChip scale={scale} rating={rating} label="" /> {words.word(rating)}
    </span>
  );
}

/** The mean never stands alone: n and coverage are beside it. */
function Mean({ result }: { result: RollUp }) {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  if (!result.mean) return null;
  const { value, n, coverage } = result.mean;
  return (
    <span>{t('results.mean', { value: formats.number(value), count: n, coverage: formats.percent(coverage) })}</span>
  );
}
