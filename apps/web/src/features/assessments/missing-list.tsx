import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FieldProblem } from '../../api/problem';
import { useTenant, type Instrument, type Round } from '../../api/readiness';
import { indicatorsOf } from '../../components/readiness/instrument';
import { useRefusalText } from '../../components/readiness/refusal';
import styles from './rounds.module.css';

/** Key of the indicator that a refusal is about: `consensus["key"].dueOn` names `key`. */
export const indicatorOf = (path: string): string | undefined => /^consensus\["(.+?)"\]/.exec(path)?.[1];

interface MissingListProps {
  round: Round;
  instrument: Instrument;
  missing: FieldProblem[];
}

/** What still stands in the way of a step, each with the way to it. */
export function MissingList({ round, instrument, missing }: MissingListProps) {
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const words = useRefusalText();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [missing]);
  if (missing.length === 0) return null;
  const codes = new Map(indicatorsOf(instrument.elements).map(({ key, code }) => [key, code]));
  return (
    <section className={styles.missing} role="alert" tabIndex={-1} ref={box} aria-label={t('missing.title')}>
      <h2>{t('missing.count', { count: missing.length })}</h2>
      <ul>
        {missing.map(({ path, rule, message }) => {
          const key = indicatorOf(path);
          return (
            <li key={path + rule}>
              {key && (
                <Link to={`/t/${tenant}/assessments/${round.id}/consensus?at=${key}`}>{codes.get(key) ?? key}</Link>
              )}{' '}
              {words({ rule, message })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
