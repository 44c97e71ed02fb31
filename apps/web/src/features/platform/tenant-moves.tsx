import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useConfirm } from '../../components/feedback/confirm';
import { useNotices } from '../../components/feedback/notices';
import { AppForm } from '../../components/form/app-form';
import { needed } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { useMoveTenant, useRenameTenant, type Tenant } from './use-tenants';

/** Renaming, suspending and resuming a tenant. */
export function TenantMoves({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation(['tenants', 'common']);
  const { name, allowed } = tenant;
  const [renaming, { open, close }] = useDisclosure();
  const move = useMove(tenant);
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {allowed.includes('update') && (
        <Button size="compact-sm" variant="subtle" aria-label={t('tenants:renameNamed', { name })} onClick={open}>
          {t('tenants:rename')}
        </Button>
      )}
      {allowed.includes('suspend') && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('tenants:suspendNamed', { name })}
          onClick={() => void move.suspend()}
        >
          {t('tenants:suspend')}
        </Button>
      )}
      {allowed.includes('resume') && (
        <Button size="compact-sm" aria-label={t('tenants:resumeNamed', { name })} onClick={move.resume}>
          {t('tenants:resume')}
        </Button>
      )}
      <Modal
        opened={renaming}
        onClose={close}
        title={t('tenants:renameNamed', { name })}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        {renaming && <RenameForm tenant={tenant} onDone={close} />}
      </Modal>
    </Group>
  );
}

function useMove(tenant: Tenant) {
  const { t } = useTranslation('tenants');
  const { name } = tenant;
  const notices = useNotices();
  const confirm = useConfirm();
  const move = useMoveTenant(tenant);
  const run = (action: 'suspend' | 'resume') =>
    move.mutate(action, {
      onSuccess: () => notices.done(t(action === 'suspend' ? 'suspended' : 'resumed', { name })),
      onError: notices.failed,
    });
  return {
    resume: () => run('resume'),
    suspend: async () => {
      const question = { title: t('suspendTitle', { name }), body: t('suspendBody'), confirm: t('suspend') };
      if (await confirm({ ...question, tone: 'bad' })) run('suspend');
    },
  };
}

function RenameForm({ tenant, onDone }: { tenant: Tenant; onDone: () => void }) {
  const { t } = useTranslation(['tenants', 'common']);
  const { t: words } = useTranslation('common');
  const notices = useNotices();
  const rename = useRenameTenant(tenant);
  const form = useAppForm({
    initialValues: { name: tenant.name },
    validate: { name: needed(words, t('tenants:name')) },
    submit: async ({ name }) => {
      const renamed = await rename.mutateAsync(name.trim());
      notices.done(t('tenants:renamed', { name: renamed.name }));
      onDone();
    },
  });
  return (
    <AppForm of={form}>
      <TextInput label={t('tenants:name')} data-autofocus {...form.field('name')} />
      <Group justify="flex-end">
        <Button type="submit" loading={form.busy}>
          {t('common:action.save')}
        </Button>
      </Group>
    </AppForm>
  );
}
