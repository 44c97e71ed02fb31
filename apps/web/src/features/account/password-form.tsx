import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { meQuery } from '../../api/use-session';
import { useNotices } from '../../components/feedback/notices';
import { AppForm } from '../../components/form/app-form';
import { needed } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { PasswordField } from '../../components/form/password-field';
import { longEnough, same } from '../../components/form/password-rules';

/** Changes the password, which signs the person out everywhere else. */
export function PasswordForm() {
  const { t } = useTranslation('account');
  const { t: auth } = useTranslation('auth');
  const { t: words } = useTranslation('common');
  const cache = useQueryClient();
  const notices = useNotices();
  const form = useAppForm({
    initialValues: { currentPassword: '', password: '', again: '' },
    validate: { currentPassword: needed(words, t('current')), password: longEnough(auth), again: same(auth) },
    submit: async ({ currentPassword, password }) => {
      await unwrap(api.POST('/api/v1/me/password', { body: { currentPassword, password } }));
      await cache.fetchQuery({ ...meQuery, staleTime: 0 });
      form.form.reset();
      notices.done(t('passwordChanged'));
    },
  });
  return (
    <AppForm of={form}>
      <PasswordField label={t('current')} autoComplete="current-password" {...form.field('currentPassword')} />
      <PasswordField
        label={t('new')}
        description={auth('newPasswordHelp')}
        autoComplete="new-password"
        {...form.field('password')}
      />
      <PasswordField
        label={t('again')}
        description={t('passwordHelp')}
        autoComplete="new-password"
        {...form.field('again')}
      />
      <Group>
        <Button type="submit" variant="default" loading={form.busy}>
          {t('changePassword')}
        </Button>
      </Group>
    </AppForm>
  );
}
