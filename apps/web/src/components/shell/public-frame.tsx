import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Logo } from '../brand/logo';
import { LanguageButton } from './language-button';
import styles from './public-frame.module.css';

interface PublicFrameProps {
  /** Whose page it is, for example the name of the partnership. */
  place?: string;
  children: ReactNode;
}

/** Frame of pages that need no account: bigger type, language switch, whose page it is. */
export function PublicFrame({ place, children }: PublicFrameProps) {
  const { t } = useTranslation('shell');
  return (
    <div className={styles.frame}>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <header className={styles.head}>
        <Link to="/" aria-label={t('home')} className={styles.brand}>
          <Logo size={28} color="var(--bw-ink)" casing="var(--bw-surface)" />
        </Link>
        {place && <span className={styles.place}>{place}</span>}
        <Group gap="xs" ml="auto">
          <LanguageButton />
        </Group>
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
