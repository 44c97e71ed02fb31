import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWorkplace } from '../../../app/workplace';
import { useNotices } from '../../../components/feedback/notices';
import { AppForm } from '../../../components/form/app-form';
import { email, needed } from '../../../components/form/rules';
import { useAppForm } from '../../../components/form/use-app-form';
import { ScopeFields } from '../access/scope-fields';
import { scopeRules } from '../access/scope-rules';
import { OrganizationPicker } from '../organization-picker';
import type { GivenRole, Scope } from '../roles';
import { useInvite, type NewInvitation } from './use-invitations';

type InviteValues = {
  email: string;
  displayName: string;
  role: GivenRole | null;
  scope: Scope | null;
  scopeId: string | null;
  organizationId: string | null;
  title: string;
  accessEndsOn: string | null;
};

/** Roles that somebody who looks after an organization may invite into: their own, mentors, and counselors of a school or college. */
function rolesOf(role: string): GivenRole[] | undefined {
  if (role === 'state_admin') return undefined;
  const counselors = ['district_coordinator', 'college_liaison'].includes(role) ? (['counselor'] as const) : [];
  return [role as GivenRole, 'mentor', ...counselors];
}

/** Invites somebody by mail straight into a role; works for people with and without an account. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['directory', 'common']);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('directory:inviteTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <InviteForm onDone={onClose} />
    </Modal>
  );
}

function InviteForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('directory');
  const { grant } = useWorkplace();
  const form = useInviteForm(onDone);
  const { scope } = form.form.values;
  return (
    <AppForm of={form}>
      <p style={{ margin: 0 }}>{t('inviteHelp')}</p>
      <TextInput label={t('email')} type="email" autoComplete="off" data-autofocus {...form.field('email')} />
      <TextInput label={t('name')} description={t('inviteNameHelp')} {...form.field('displayName')} />
      <ScopeFields
        of={form}
        ends="accessEndsOn"
        roles={rolesOf(grant.role)}
        home={grant.scope === 'organization' ? grant.scopeId : null}
      />
      {scope && scope !== 'organization' && (
        <OrganizationPicker
          label={t('worksFor')}
          description={t('worksForHelp')}
          among={{ status: 'active' }}
          {...form.field('organizationId')}
        />
      )}
      <TextInput label={t('position')} description={t('positionHelp')} {...form.field('title')} />
      <Group justify="flex-end">
        <Button type="submit" loading={form.busy}>
          {t('sendInvitation')}
        </Button>
      </Group>
    </AppForm>
  );
}

function useInviteForm(onDone: () => void) {
  const { t } = useTranslation('directory');
  const { t: words } = useTranslation('common');
  const notices = useNotices();
  const invite = useInvite();
  return useAppForm<InviteValues>({
    initialValues: {
      email: '',
      displayName: '',
      role: null,
      scope: null,
      scopeId: null,
      organizationId: null,
      title: '',
      accessEndsOn: null,
    },
    validate: {
      email: email(words),
      displayName: needed(words, t('name')),
      ...scopeRules(words, t, 'accessEndsOn'),
    },
    submit: async ({ title, ...values }) => {
      const address = values.email.trim();
      await invite.mutateAsync({ ...values, email: address, title: title.trim() || null } as NewInvitation);
      notices.done(t('invited', { email: address }));
      onDone();
    },
  });
}
