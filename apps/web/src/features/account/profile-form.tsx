import { Button, Group, SegmentedControl, Input, Select, TextInput, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../api/client';
import { useMe } from '../../api/use-session';
import { useNotices } from '../../components/feedback/notices';
import { AppForm } from '../../components/form/app-form';
import { needed } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { changeLanguage, LANGUAGES } from '../../i18n/i18n';

const SCHEMES = ['light', 'dark', 'auto'] as const;
const ZONES = Intl.supportedValuesOf('timeZone');

/** Name, language, time zone and look of the person. */
export function ProfileForm() {
  const { t } = useTranslation(['account', 'shell', 'common']);
  const { t: words } = useTranslation('common');
  const form = useProfile((value) => needed(words, t('account:name'))(value));
  const scheme = form.field('displayScheme');
  return (
    <AppForm of={form}>
      <TextInput
        label={t('account:name')}
        description={t('account:nameHelp')}
        autoComplete="name"
        {...form.field('displayName')}
      />
      <Select
        label={t('account:language')}
        description={t('account:languageHelp')}
        data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
        {...form.field('locale')}
      />
      <Select
        label={t('account:timeZone')}
        description={t('account:timeZoneHelp')}
        placeholder={t('account:timeZoneTenant')}
        data={ZONES}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('account:timeZoneTenant') }}
        limit={60}
        {...form.field('timeZone')}
      />
      <Input.Wrapper label={t('account:scheme')} labelElement="div">
        <SegmentedControl
          fullWidth
          mt={4}
          aria-label={t('account:scheme')}
          data={SCHEMES.map((value) => ({ value, label: t(`shell:schemes.${value}`) }))}
          value={scheme['value'] as string}
          onChange={scheme['onChange'] as (value: string) => void}
        />
      </Input.Wrapper>
      <Group>
        <Button type="submit" loading={form.busy}>
          {t('common:action.save')}
        </Button>
      </Group>
    </AppForm>
  );
}

function useProfile(nameRule: (value: unknown) => string | null) {
  const { t } = useTranslation('account');
  const { version, account, person } = useMe();
  const cache = useQueryClient();
  const notices = useNotices();
  const { setColorScheme } = useMantineColorScheme();
  return useAppForm({
    initialValues: {
      displayName: person.displayName,
      locale: account.locale,
      timeZone: account.timeZone,
      displayScheme: account.displayScheme,
    },
    validate: { displayName: nameRule },
    submit: async (values) => {
      const me = await unwrap(
        api.PATCH('/api/v1/me', {
          params: { header: ifMatch(version) },
          body: { ...values, timeZone: values.timeZone || null },
        }),
      );
      cache.setQueryData(['me'], me);
      setColorScheme(values.displayScheme);
      await changeLanguage(values.locale);
      notices.done(t('saved'));
    },
  });
}
