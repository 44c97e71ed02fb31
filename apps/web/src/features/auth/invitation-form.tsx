import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useNotices } from '../../components/feedback/notices';
import { AppForm } from '../../components/form/app-form';
import { needed } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { useFormats } from '../../i18n/format';
import type { Role } from '../../app/places';
import { PasswordField } from '../../components/form/password-field';
import styles from './public-card.module.css';
import { redeemLink, type LinkAbout } from './use-link';
import { useSignIn } from './use-sign-in';

/** Accepts an invitation: a new person chooses a password, somebody with an account writes the one there is. */
export function InvitationForm({ token, link }: { token: string; link: LinkAbout }) {
  const { t } = useTranslation('auth');
  const { t: words } = useTranslation('common');
  const formats = useFormats();
  const about = link.about as Record<string, string | null | undefined>;
  const accept = useAccept(token);
  const form = useAppForm({
    initialValues: { displayName: about['displayName'] ?? '', password: '' },
    validate: { displayName: needed(words, t('inviteName')), password: needed(words, t('password')) },
    submit: ({ displayName, password }) => accept(displayName.trim(), password),
  });
  const tenant = about['tenantName'];
  const title = tenant ? t('inviteTitle', { tenant }) : t('inviteTitlePlain');
  return (
    <>
      <title>{`${title} · Braidway`}</title>
      <h1>{title}</h1>
      {about['inviterName'] && <p>{t('inviteFrom', { name: about['inviterName'] })}</p>}
      <Facts about={about} />
      <AppForm of={form}>
        <TextInput
          size="md"
          label={t('inviteName')}
          description={t('inviteNameHelp')}
          autoComplete="name"
          {...form.field('displayName')}
        />
        <PasswordField size="md" label={t('password')} description={t('inviteEither')} {...form.field('password')} />
        <Button type="submit" size="md" loading={form.busy}>
          {t('inviteSubmit')}
        </Button>
      </AppForm>
      <p>
        {t('linkUntil', { date: formats.dateTime(link.expiresAt) })} {t('notMe')}
      </p>
    </>
  );
}

/** Accepts and signs in; whoever has a second factor goes on at sign-in. */
function useAccept(token: string) {
  const { t } = useTranslation('auth');
  const signIn = useSignIn();
  const navigate = useNavigate();
  const notices = useNotices();
  return async (displayName: string, password: string) => {
    const { email } = (await redeemLink(token, { displayName, password })) as { email?: string };
    try {
      await signIn({ email: email ?? '', password });
    } catch {
      notices.done(t('inviteDone'));
      await navigate('/');
    }
  };
}

function Facts({ about }: { about: Record<string, string | null | undefined> }) {
  const { t } = useTranslation(['auth', 'shell']);
  const formats = useFormats();
  const until = about['accessEndsOn'];
  const facts: [string, string | null | undefined][] = [
    [t('auth:inviteRole'), about['role'] && t(`shell:role.${about['role'] as Role}`)],
    [t('auth:inviteAt'), about['placeName'] ?? about['tenantName']],
    [t('auth:inviteTitleAt'), about['title']],
    [t('auth:inviteEmail'), about['email']],
    [t('auth:inviteUntil'), until && formats.date(until)],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => value && [<dt key={name}>{name}</dt>, <dd key={`${name}.value`}>{value}</dd>])}
    </dl>
  );
}
