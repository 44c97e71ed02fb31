import { Anchor, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, unwrap } from '../../api/client';
import { AppForm } from '../../components/form/app-form';
import { email } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { PublicFrame } from '../../components/shell/public-frame';
import styles from './public-card.module.css';

/** Asks for a link to set a new password. The answer never tells whether an account exists. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('auth');
  const { t: words } = useTranslation('common');
  const [sentTo, setSentTo] = useState('');
  const form = useAppForm({
    initialValues: { email: '' },
    validate: { email: email(words) },
    submit: async (values) => {
      const address = values.email.trim();
      await unwrap(api.POST('/api/v1/auth/password-reset', { body: { email: address } }));
      setSentTo(address);
    },
  });
  return (
    <PublicFrame>
      <title>{`${t('forgotTitle')} · Braidway`}</title>
      <div className={styles.card}>
        <h1>{t('forgotTitle')}</h1>
        {sentTo ? (
          <p role="status">{t('forgotDone', { email: sentTo })}</p>
        ) : (
          <>
            <p>{t('forgotHelp')}</p>
            <AppForm of={form}>
              <TextInput size="md" type="email" label={t('email')} autoComplete="username" {...form.field('email')} />
              <Button type="submit" size="md" loading={form.busy}>
                {t('forgotSubmit')}
              </Button>
            </AppForm>
          </>
        )}
        <p>
          <Anchor component={Link} to="/" underline="always">
            {t('backToSignIn')}
          </Anchor>
        </p>
      </div>
    </PublicFrame>
  );
}
