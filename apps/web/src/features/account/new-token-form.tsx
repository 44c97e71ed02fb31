import { Button, Group, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { AppForm } from '../../components/form/app-form';
import { DateField } from '../../components/form/date-field';
import { needed } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { TokenScopes } from './token-scopes';

/** Makes a key for programs; `onMade` gets the key, which is never shown again. */
export function NewTokenForm({ onMade }: { onMade: (token: string) => void }) {
  const { t } = useTranslation('account');
  const { t: words } = useTranslation('common');
  const cache = useQueryClient();
  const form = useAppForm({
    initialValues: { name: '', scopes: [] as string[], expiresOn: null as string | null },
    validate: {
      name: needed(words, t('tokenName')),
      scopes: (value: string[]) => (value.length === 0 ? t('tokenScopesNeeded') : null),
      expiresOn: needed(words, t('tokenEnds')),
    },
    submit: async ({ name, scopes, expiresOn }) => {
      const body = { name: name.trim(), scopes, expiresOn: expiresOn ?? '' };
      const { token } = await unwrap(api.POST('/api/v1/me/tokens', { body }));
      await cache.invalidateQueries({ queryKey: ['me', 'tokens'] });
      onMade(token);
    },
  });
  const scopes = form.field('scopes');
  return (
    <AppForm of={form}>
      <TextInput label={t('tokenName')} description={t('tokenNameHelp')} data-autofocus {...form.field('name')} />
      <DateField label={t('tokenEnds')} {...form.field('expiresOn')} />
      <TokenScopes
        id={scopes.id}
        value={scopes['value'] as string[]}
        error={scopes['error'] as string | undefined}
        onChange={scopes['onChange'] as (next: string[]) => void}
      />
      <Group justify="flex-end">
        <Button type="submit" loading={form.busy}>
          {t('makeToken')}
        </Button>
      </Group>
    </AppForm>
  );
}
