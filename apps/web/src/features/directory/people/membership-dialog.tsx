import { Button, Group, Modal, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, idempotent, ifMatch, unwrap } from '../../../api/client';
import { useWrite } from '../../../api/use-write';
import { useNotices } from '../../../components/feedback/notices';
import { AppForm } from '../../../components/form/app-form';
import { DateField } from '../../../components/form/date-field';
import { needed } from '../../../components/form/rules';
import { useAppForm } from '../../../components/form/use-app-form';
import { useFormats } from '../../../i18n/format';
import { OrganizationPicker } from '../organization-picker';
import { useTenantSlug, type Membership } from '../use-directory';

interface MembershipDialogProps {
  personId: string;
  membership?: Membership;
  onClose: () => void;
}
type MembershipValues = {
  organizationId: string | null;
  title: string;
  startsOn: string | null;
  endsOn: string | null;
};

/** Makes a person a member of an organization, or changes position and days. */
export function MembershipDialog(props: MembershipDialogProps) {
  const { t } = useTranslation(['directory', 'common']);
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.membership?.organizationName ?? t('directory:addMembership')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <MembershipForm {...props} />
    </Modal>
  );
}

function MembershipForm({ personId, membership, onClose }: MembershipDialogProps) {
  const { t } = useTranslation(['directory', 'common']);
  const { t: words } = useTranslation('common');
  const formats = useFormats();
  const notices = useNotices();
  const save = useSave(personId, membership);
  const form = useAppForm<MembershipValues>({
    initialValues: {
      organizationId: membership?.organizationId ?? null,
      title: membership?.title ?? '',
      startsOn: membership?.startsOn ?? formats.today(),
      endsOn: membership?.endsOn ?? null,
    },
    validate: {
      organizationId: needed(words, t('directory:organization')),
      startsOn: needed(words, t('directory:since')),
    },
    submit: async (values) => {
      const { organizationName } = await save.mutateAsync(values);
      notices.done(t('directory:saved', { name: organizationName }));
      onClose();
    },
  });
  return (
    <AppForm of={form}>
      {!membership && (
        <OrganizationPicker
          label={t('directory:organization')}
          among={{ status: 'active' }}
          {...form.field('organizationId')}
        />
      )}
      <TextInput label={t('directory:position')} description={t('directory:positionHelp')} {...form.field('title')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField label={t('directory:since')} {...form.field('startsOn')} />
        <DateField label={t('directory:lastDay')} {...form.field('endsOn')} />
      </SimpleGrid>
      <Group justify="flex-end">
        <Button type="submit" loading={form.busy}>
          {t('common:action.save')}
        </Button>
      </Group>
    </AppForm>
  );
}

function useSave(personId: string, membership: Membership | undefined) {
  const tenant = useTenantSlug();
  return useWrite(
    ({ organizationId, title, startsOn, endsOn }: MembershipValues, key) => {
      const days = { title: title.trim() || null, startsOn: startsOn ?? undefined, endsOn };
      if (membership) {
        const params = { path: { tenant, id: membership.id }, header: ifMatch(membership.version) };
        return unwrap(api.PATCH('/api/v1/t/{tenant}/memberships/{id}', { params, body: days }));
      }
      const body = { personId, organizationId: organizationId ?? '', ...days };
      const params = { path: { tenant }, header: idempotent(key) };
      return unwrap(api.POST('/api/v1/t/{tenant}/memberships', { params, body }));
    },
    {
      refresh: [
        ['memberships', tenant],
        ['person', tenant, personId],
        ['people', tenant],
        ['access-grants', tenant],
      ],
    },
  );
}
