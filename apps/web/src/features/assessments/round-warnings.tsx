import { useTranslation } from 'react-i18next';
import type { Round } from '../../api/readiness';
import { Panel } from '../../components/panel';
import { RuleNotice } from '../../components/rule-notice';
import { useSystemName } from '../../components/readiness/words';
import layout from '../../components/layout.module.css';
import styles from './rounds.module.css';

const KNOWN = ['few_organizations', 'few_systems', 'answers_missing', 'nobody_submitted'] as const;

/** Who is missing and what should be known; nothing here blocks the work. */
export function RoundWarnings({ round }: { round: Round }) {
  const { t } = useTranslation('assessments');
  const system = useSystemName();
  const { missingSystems, warnings } = round.respondents;
  if (missingSystems.length === 0 && warnings.length === 0) return null;
  return (
    <Panel title={t('warnings.title')}>
      <div className={layout.stack}>
        {warnings.map(({ code, message, params }) => {
          const known = KNOWN.find((key) => key === code);
          return (
            <RuleNotice key={code} severity="inform" name={t(known ? `warnings.${known}` : 'warnings.other')}>
              {known ? t(`warnings.${known}Text`, params) : message}
            </RuleNotice>
          );
        })}
        {missingSystems.length > 0 && (
          <div>
            <p className={styles.text}>{t('warnings.systems')}</p>
            <ul className={styles.list}>
              {missingSystems.map((key) => (
                <li key={key}>{system(key)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Panel>
  );
}
