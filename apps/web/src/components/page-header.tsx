import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './page-header.module.css';

interface PageHeaderProps {
  title: string;
  trail?: { label: string; to: string }[];
  status?: ReactNode;
  /** One line that says the state in numbers. */
  summary?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
}

/** Top of a page: where am I, what is it, its state, and the one primary action on the right. */
export function PageHeader({ title, trail, status, summary, actions, tabs }: PageHeaderProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.head}>
      <title>{`${title} · Braidway`}</title>
      {trail && (
        <nav aria-label={t('word.trail')}>
          <ol className={styles.trail}>
            {trail.map((step) => (
              <li key={step.to}>
                <Link to={step.to}>{step.label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={styles.row}>
        <div className={styles.text}>
          <div className={styles.titleRow}>
            <h1>{title}</h1>
            {status}
          </div>
          {summary && <p className={styles.summary}>{summary}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {tabs && <div className={styles.tabs}>{tabs}</div>}
    </div>
  );
}
