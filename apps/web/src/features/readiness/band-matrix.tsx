import { useTranslation } from 'react-i18next';
import { bandOf, JUDGMENTS, type Judgment } from './band';
import styles from './gaps.module.css';

/** Which band each pair of judgments leads to, with this gap marked. */
export function BandMatrix({ impact, effort }: { impact: Judgment | null; effort: Judgment | null }) {
  const { t } = useTranslation('readiness');
  return (
    <table className={styles.matrix}>
      <caption>{t('gap.matrix')}</caption>
      <thead>
        <tr>
          <th scope="col">
            {t('gaps.impact')} \ {t('gaps.effort')}
          </th>
          {JUDGMENTS.map((step) => (
            <th key={step} scope="col">
              {t(`judgment.${step}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...JUDGMENTS].reverse().map((row) => (
          <tr key={row}>
            <th scope="row">{t(`judgment.${row}`)}</th>
            {JUDGMENTS.map((column) => {
              const here = row === impact && column === effort;
              return (
                <td key={column} data-here={here}>
                  {t(`band.${bandOf(row, column)}`)}
                  {here && <small>{t('gap.matrixHere')}</small>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
