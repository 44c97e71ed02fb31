import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../../components/feedback/notices';
import { AppForm } from '../../components/form/app-form';
import { email, needed } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { useMakeTenant } from './use-tenants';

const SLUG = /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/;
const ZONES = Intl.supportedValuesOf('timeZone');
const FIRST_ZONE = 'America/New_York';

/** Makes a tenant with its first administrator. */
export function NewTenantDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['tenants', 'common']);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('tenants:new')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <NewTenantForm onDone={onClose} />
    </Modal>
  );
}

function NewTenantForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('tenants');
  const form = useNewTenant(onDone);
  const { slug } = form.form.values;
  return (
    <AppForm of={form}>
      <TextInput label={t('name')} description={t('nameHelp')} data-autofocus {...form.field('name')} />
      <TextInput label={t('slug')} description={t('slugHelp', { slug: slug || '…' })} {...form.field('slug')} />
      <Select
        label={t('timeZone')}
        data={ZONES}
        searchable
        limit={60}
        allowDeselect={false}
        {...form.field('timeZone')}
      />
      <TextInput
        label={t('adminName')}
        description={t('adminHelp')}
        autoComplete="off"
        {...form.field('firstAdmin.displayName')}
      />
      <TextInput label={t('adminEmail')} type="email" autoComplete="off" {...form.field('firstAdmin.email')} />
      <Group justify="flex-end">
        <Button type="submit" loading={form.busy}>
          {t('make')}
        </Button>
      </Group>
    </AppForm>
  );
}

function useNewTenant(onDone: () => void) {
  const { t } = useTranslation('tenants');
  const { t: words } = useTranslation('common');
  const notices = useNotices();
  const make = useMakeTenant();
  return useAppForm({
    initialValues: { name: '', slug: '', timeZone: FIRST_ZONE, firstAdmin: { displayName: '', email: '' } },
    validate: {
      name: needed(words, t('name')),
      slug: (value) => (SLUG.test(value) ? null : t('slugRule')),
      firstAdmin: { displayName: needed(words, t('adminName')), email: email(words) },
    },
    submit: async (values) => {
      const { name } = await make.mutateAsync({ ...values, name: values.name.trim() });
      notices.done(t('made', { name, email: values.firstAdmin.email }));
      onDone();
    },
  });
}
