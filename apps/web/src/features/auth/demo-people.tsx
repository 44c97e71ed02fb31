import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemoPeople as People, DemoPerson } from '../../api/contract';
import { useNotices } from '../../components/feedback/notices';
import { initialsOf } from '../../components/shell/person-menu';
import styles from './sign-in.module.css';
import { useSignIn } from './use-sign-in';

/** One card for each demo person; a click signs in. */
export function DemoPeople({ people }: { people: People }) {
  const { t } = useTranslation('auth');
  const signIn = useSignIn();
  const notices = useNotices();
  const [busy, setBusy] = useState('');
  const { password } = people;
  if (!password) return null;
  const enter = async ({ email }: DemoPerson) => {
    setBusy(email);
    await signIn({ email, password })
      .catch((error: Error) => notices.failed(error))
      .finally(() => setBusy(''));
  };
  return (
    <>
      <h2>{t('demoHeading')}</h2>
      <p className={styles.help}>{t('demoHelp')}</p>
      <ul className={styles.cards}>
        {people.items.map((person) => (
          <li key={person.email}>
            <button type="button" className={styles.card} disabled={busy !== ''} onClick={() => void enter(person)}>
              <span className={styles.avatar} aria-hidden>
                {initialsOf(person.name)}
              </span>
              <span>
                <strong>{person.name}</strong>
                <em>{person.organization}</em>
                <span>{person.does}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
