import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../api/client';
import { useNotices } from '../../../components/feedback/notices';
import { AppForm } from '../../../components/form/app-form';
import { email, needed } from '../../../components/form/rules';
import { useAppForm } from '../../../components/form/use-app-form';
import { useTenantSlug, type Person } from '../use-directory';

interface EditPersonProps {
  person: Person;
  onClose: () => void;
}

/** Changes name, phone, and the address of a person without a login. */
export function EditPersonDialog({ person, onClose }: EditPersonProps) {
  const { t } = useTranslation(['directory', 'common']);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('directory:editPerson')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <EditPersonForm person={person} onClose={onClose} />
    </Modal>
  );
}

function EditPersonForm({ person, onClose }: EditPersonProps) {
  const { t } = useTranslation(['directory', 'common']);
  const { t: words } = useTranslation('common');
  const tenant = useTenantSlug();
  const cache = useQueryClient();
  const notices = useNotices();
  const form = useAppForm({
    initialValues: { displayName: person.displayName, email: person.email, phone: person.phone ?? '' },
    validate: { displayName: needed(words, t('directory:name')), email: email(words) },
    submit: async (values) => {
      const body = {
        displayName: values.displayName.trim(),
        phone: values.phone.trim() || null,
        ...(!person.hasLogin && { email: values.email.trim() }),
      };
      const params = { path: { tenant, id: person.id }, header: ifMatch(person.version) };
      const saved = await unwrap(api.PATCH('/api/v1/t/{tenant}/people/{id}', { params, body }));
      cache.setQueryData(['person', tenant, person.id], saved);
      await cache.invalidateQueries({ queryKey: ['people', tenant] });
      notices.done(t('directory:saved', { name: saved.displayName }));
      onClose();
    },
  });
  return (
    <AppForm of={form}>
      <TextInput label={t('directory:name')} data-autofocus {...form.field('displayName')} />
      <TextInput
        label={t('directory:email')}
        type="email"
        description={person.hasLogin ? t('directory:emailOfLogin') : undefined}
        disabled={person.hasLogin}
        {...form.field('email')}
      />
      <TextInput label={t('directory:phone')} type="tel" {...form.field('phone')} />
      <Group justify="flex-end">
        <Button type="submit" loading={form.busy}>
          {t('common:action.save')}
        </Button>
      </Group>
    </AppForm>
  );
}
