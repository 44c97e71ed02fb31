import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, unwrap } from '../../api/client';
import { useNotices } from '../../components/feedback/notices';
import { AppForm } from '../../components/form/app-form';
import { useAppForm } from '../../components/form/use-app-form';
import { PasswordField } from '../../components/form/password-field';
import { longEnough, same } from '../../components/form/password-rules';
import type { LinkAbout } from './use-link';

/** Sets a new password with the mailed link. */
export function ResetForm({ token, link }: { token: string; link: LinkAbout }) {
  const { t } = useTranslation('auth');
  const navigate = useNavigate();
  const notices = useNotices();
  const form = useAppForm({
    initialValues: { password: '', again: '' },
    validate: { password: longEnough(t), again: same(t) },
    submit: async ({ password }) => {
      await unwrap(api.POST('/api/v1/auth/password-reset/confirm', { body: { token, password } }));
      notices.done(t('resetDone'));
      await navigate('/');
    },
  });
  return (
    <>
      <title>{`${t('resetTitle')} · Braidway`}</title>
      <h1>{t('resetTitle')}</h1>
      <p>{t('resetHelp', { email: String(link.about['email'] ?? '') })}</p>
      <AppForm of={form}>
        <PasswordField
          size="md"
          label={t('newPassword')}
          description={t('newPasswordHelp')}
          autoComplete="new-password"
          {...form.field('password')}
        />
        <PasswordField size="md" label={t('repeatPassword')} autoComplete="new-password" {...form.field('again')} />
        <Button type="submit" size="md" loading={form.busy}>
          {t('resetSubmit')}
        </Button>
      </AppForm>
    </>
  );
}
