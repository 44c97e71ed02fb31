import { Button, Group } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, ApiUnreachable } from '../api/problem';
import { LogoMark } from './brand/logo';
import styles from './states.module.css';

interface EmptyStateProps {
  /** `h1` where it is the whole page. */
  as?: 'h1' | 'h2';
  title: string;
  why: string;
  action?: ReactNode;
  picture?: ReactNode;
}

/** Says what this place is for, why it is empty, and the one thing to do next. */
export function EmptyState({ as: Title = 'h2', title, why, action, picture }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <div className={styles.picture} aria-hidden>
        {picture ?? <LogoMark size={44} casing="var(--bw-surface)" />}
      </div>
      <Title>{title}</Title>
      <p>{why}</p>
      {action && (
        <Group gap="sm" justify="center" mt={16}>
          {action}
        </Group>
      )}
    </div>
  );
}

interface ErrorStateProps {
  error: Error;
  onRetry?: () => void;
  /** What failed; "This part did not load" when left out. */
  title?: string;
  /** What is safe and what to do; taken from the error when left out. */
  kept?: string;
}

/** Says what failed, what is safe, what to do, and the number to quote. Never a stack trace. */
export function ErrorState({ error, onRetry, title, kept }: ErrorStateProps) {
  const { t } = useTranslation();
  const requestId = error instanceof ApiProblem ? error.requestId : undefined;
  const why = error instanceof ApiUnreachable ? t('state.unreachable') : t('state.errorKept');
  return (
    <div className={`${styles.state} ${styles.error}`} role="alert">
      <h2>{title ?? t('state.errorTitle')}</h2>
      <p>{kept ?? (error instanceof ApiProblem && error.status < 500 ? error.message : why)}</p>
      {onRetry && (
        <Group gap="sm" justify="center" mt={16}>
          <Button onClick={onRetry}>{t('action.retry')}</Button>
        </Group>
      )}
      {requestId && (
        <p className={styles.ref}>
          {t('state.quote')}
          <b>{requestId}</b>
        </p>
      )}
    </div>
  );
}

const PATIENCE = 300;

/** Shapes of the final layout; shown only after 300 ms so that fast pages do not flicker. */
export function LoadingRows({ rows = 4 }: { rows?: number }) {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useTimeout(() => setLate(true), PATIENCE, { autoInvoke: true });
  return (
    <div role="status" className={styles.loading} data-late={late}>
      <span className="visually-hidden">{late && t('word.loading')}</span>
      {Array.from({ length: rows }, (_, i) => (
        <i key={i} style={{ width: `${Math.max(30, 92 - (i % 5) * 11)}%` }} />
      ))}
    </div>
  );
}

interface ConflictStateProps {
  mine: ReactNode;
  theirs: ReactNode;
  onKeepMine: () => void;
  onKeepTheirs: () => void;
  /** Who changed what and when; a general sentence when left out. */
  why?: string;
}

/** Both versions side by side; nothing is overwritten until the person has chosen. */
export function ConflictState({ mine, theirs, onKeepMine, onKeepTheirs, why }: ConflictStateProps) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles.conflict}>
      <p className={styles.part}>{why ?? t('state.conflictWhy')}</p>
      <div className={styles.versions}>
        <div>
          <h3>{t('state.mine')}</h3>
          <div>{mine || t('state.emptyValue')}</div>
          <Button size="xs" onClick={onKeepMine}>
            {t('state.keepMine')}
          </Button>
        </div>
        <div>
          <h3>{t('state.theirs')}</h3>
          <div>{theirs || t('state.emptyValue')}</div>
          <Button size="xs" variant="default" onClick={onKeepTheirs}>
            {t('state.keepTheirs')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Says that the connection is gone and that nothing is lost. */
export function OfflineNotice() {
  const { t } = useTranslation();
  return (
    <p className={styles.offline} role="status">
      <IconWifiOff size={18} aria-hidden /> {t('state.offline')}
    </p>
  );
}

interface LoadedProps<T> {
  query: { data: T | undefined; error: Error | null; refetch: () => unknown };
  rows?: number;
  children: (data: T) => ReactNode;
}

/** A part of a page that is read from the API: loading, failed, or the data. Data that is already there stays on screen. */
export function Loaded<T>({ query, rows, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <LoadingRows rows={rows} />;
}
