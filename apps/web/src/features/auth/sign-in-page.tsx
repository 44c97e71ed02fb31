import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { BraidArt } from '../../components/brand/braid-art';
import { Logo } from '../../components/brand/logo';
import { LanguageButton } from '../../components/shell/language-button';
import { DemoPeople } from './demo-people';
import { SignInForm } from './sign-in-form';
import styles from './sign-in.module.css';
import { useDemoPeople } from './use-demo-people';

/** Sign-in, with one card for each demo person while the demo is on. */
export function SignInPage() {
  const { t } = useTranslation('auth');
  const [params] = useSearchParams();
  const demo = useDemoPeople();
  return (
    <div className={styles.page}>
      <title>{`${t('title')} · Braidway`}</title>
      <aside className={styles.brand} aria-label={t('about')}>
        <Logo size={30} />
        <div className={styles.claim}>
          <p className={styles.line}>
            {t('claim1')}
            <br />
            {t('claim2')}
          </p>
          <p>{t('claimText')}</p>
        </div>
        <BraidArt className={styles.art} />
        <p className={styles.small}>{t(demo ? 'smallDemo' : 'small')}</p>
      </aside>
      <main className={styles.main}>
        <div className={styles.inner}>
          <div className={styles.top}>
            <h1>{t('title')}</h1>
            <LanguageButton />
          </div>
          {params.has('return') && <p className={styles.again}>{t('signInAgain')}</p>}
          <SignInForm />
          {demo && <DemoPeople people={demo} />}
        </div>
      </main>
    </div>
  );
}
