import { Collapse, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemoPeople as People, DemoPerson } from '../../api/contract';
import { useNotices } from '../../components/feedback/notices';
import { initialsOf } from '../../components/shell/person-menu';
import { FIRST_GROUPS, groupDemoPeople, roleOf, type DemoGroup } from './demo-groups';
import styles from './sign-in.module.css';
import { useSignIn } from './use-sign-in';

/** One card for each demo person, grouped by what they do; a click signs in. */
export function DemoPeople({ people }: { people: People }) {
  const { t } = useTranslation('auth');
  const signIn = useSignIn();
  const notices = useNotices();
  const [busy, setBusy] = useState('');
  const [more, { toggle }] = useDisclosure();
  const { password } = people;
  if (!password) return null;
  const groups = groupDemoPeople(people.items);
  const later = groups.filter(({ group }) => !FIRST_GROUPS.includes(group));
  const enter = (person: DemoPerson) => {
    setBusy(person.email);
    void signIn({ email: person.email, password })
      .catch((error: Error) => notices.failed(error))
      .finally(() => setBusy(''));
  };
  const show = ({ group, people: members }: (typeof groups)[number]) => (
    <Group key={group} group={group} people={members} busy={busy !== ''} onEnter={enter} />
  );
  return (
    <>
      <h2>{t('demoHeading')}</h2>
      <p className={styles.help}>{t('demoHelp')}</p>
      {groups.filter(({ group }) => FIRST_GROUPS.includes(group)).map(show)}
      {later.length > 0 && (
        <Button
          variant="subtle"
          size="compact-md"
          mt="md"
          ml={-8}
          aria-expanded={more}
          onClick={toggle}
          rightSection={more ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
        >
          {t('demoMore', { count: later.reduce((sum, entry) => sum + entry.people.length, 0) })}
        </Button>
      )}
      <Collapse expanded={more}>{more && later.map(show)}</Collapse>
    </>
  );
}

interface GroupProps {
  group: DemoGroup;
  people: DemoPerson[];
  busy: boolean;
  onEnter: (person: DemoPerson) => void;
}

function Group({ group, people, busy, onEnter }: GroupProps) {
  const { t } = useTranslation('auth');
  return (
    <>
      <h3 className={styles.group}>{t(`demoGroup.${group}`)}</h3>
      <ul className={styles.cards}>
        {people.map((person) => (
          <li key={person.email}>
            <button type="button" className={styles.card} disabled={busy} onClick={() => onEnter(person)}>
              <span className={styles.avatar} aria-hidden>
                {initialsOf(person.name)}
              </span>
              <PersonWords person={person} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function PersonWords({ person }: { person: DemoPerson }) {
  const { t, i18n } = useTranslation(['auth', 'shell']);
  const role = roleOf(person);
  const place = person.organization || person.tenants.join(' · ') || t('auth:everywhere');
  return (
    <span>
      <strong>{i18n.language === 'en' ? person.name : t(`shell:role.${role}`)}</strong>
      <em>{place}</em>
      <span>{t(`auth:does.${role}`)}</span>
    </span>
  );
}
