import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel';
import { Loaded } from '../../../components/states';
import { StatusBadge, type StatusKey } from '../../../components/status-badge';
import { useFormats } from '../../../i18n/format';
import { MOST_ROWS, useTenantSlug } from '../use-directory';
import { groupProblems, type RuleGroup, type Severity } from './group-problems';
import styles from './imports.module.css';
import { importRowsQuery, type ImportRun } from './use-imports';

const LOOKS: Record<Severity, StatusKey> = { error: 'failed', warning: 'waiting', note: 'checked' };
const SHOWN = 50;

/** What is wrong in a list, rule by rule with the lines. */
export function ImportProblems({ run }: { run: ImportRun }) {
  const { t } = useTranslation('directory');
  const formats = useFormats();
  const tenant = useTenantSlug();
  const { errors, warnings, notes } = run.counts;
  const query = useQuery({
    ...importRowsQuery(tenant, run.id, { severity: 'error,warning,note', limit: MOST_ROWS }),
    enabled: errors + warnings + notes > 0,
  });
  if (errors + warnings + notes === 0) return null;
  const counts = [t('errors', { count: errors }), t('warnings', { count: warnings }), t('notes', { count: notes })];
  return (
    <Panel title={t('problems')} flush aside={counts.join(' · ')}>
      <Loaded query={query} rows={3}>
        {(page) => (
          <>
            <ul className={styles.rules}>
              {groupProblems(page.items).map((group) => (
                <Rule key={group.rule} group={group} />
              ))}
            </ul>
            {page.total > page.items.length && (
              <p className={styles.more}>
                {t('firstProblems', { shown: page.items.length, total: formats.number(page.total) })}
              </p>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function Rule({ group: { severity, problems } }: { group: RuleGroup }) {
  const { t } = useTranslation('directory');
  const [first] = problems;
  const shown = problems.slice(0, SHOWN);
  const place = ({ line, column }: RuleGroup['problems'][number]) =>
    column ? t('lineColumn', { line, column }) : t('line', { line });
  return (
    <li>
      <p>
        <StatusBadge status={LOOKS[severity]} label={t(`severity.${severity}`)} />
        <b>{t('inRows', { count: problems.length })}</b>
        <span>{first?.message}</span>
      </p>
      <details>
        <summary>{t('showLines')}</summary>
        <ul>
          {shown.map((problem, index) => (
            <li key={index}>
              {place(problem)}: {problem.name && <b>{problem.name}. </b>}
              {problem.message}
            </li>
          ))}
          {problems.length > SHOWN && <li>{t('moreBelow', { count: problems.length - SHOWN })}</li>}
        </ul>
      </details>
    </li>
  );
}
