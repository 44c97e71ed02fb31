import { Button, Group, Modal, SimpleGrid, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../../../components/feedback/notices';
import { AppForm } from '../../../components/form/app-form';
import { DateField } from '../../../components/form/date-field';
import { needed } from '../../../components/form/rules';
import { useAppForm } from '../../../components/form/use-app-form';
import { useFormats } from '../../../i18n/format';
import { needsEnd } from '../roles';
import type { Grant, Person } from '../use-directory';
import { ScopeFields, type ScopeValues } from './scope-fields';
import { scopeRules } from './scope-rules';
import { useChangeGrant, useGiveRole, type NewGrant } from './use-grants';

type GiveValues = ScopeValues & { endsOn: string | null; reason: string };

function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
      {children}
    </Modal>
  );
}

/** Gives a person a role at a scope. */
export function GiveRoleDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('directory');
  return (
    <Dialog title={t('giveRoleTo', { name: person.displayName })} onClose={onClose}>
      <GiveRoleForm person={person} onClose={onClose} />
    </Dialog>
  );
}

function GiveRoleForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['directory', 'shell']);
  const { t: rules } = useTranslation('directory');
  const { t: words } = useTranslation('common');
  const notices = useNotices();
  const give = useGiveRole(person.id);
  const form = useAppForm<GiveValues>({
    initialValues: { role: null, scope: null, scopeId: null, endsOn: null, reason: '' },
    validate: scopeRules(words, rules, 'endsOn'),
    submit: async ({ reason, ...values }) => {
      const body = { ...values, personId: person.id, reason: reason.trim() || null } as NewGrant;
      const { role } = await give.mutateAsync(body);
      notices.done(t('directory:roleGiven', { role: t(`shell:role.${role}`), name: person.displayName }));
      onClose();
    },
  });
  return (
    <AppForm of={form}>
      <ScopeFields of={form} ends="endsOn" />
      <Textarea label={t('directory:reason')} description={t('directory:reasonHelp')} {...form.field('reason')} />
      <Group justify="flex-end">
        <Button type="submit" loading={form.busy}>
          {t('directory:giveRole')}
        </Button>
      </Group>
    </AppForm>
  );
}

/** Changes the days of a role; role and scope stay. */
export function ChangeGrantDialog({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { t } = useTranslation(['directory', 'shell']);
  return (
    <Dialog title={t(`shell:role.${grant.role}`)} onClose={onClose}>
      <ChangeGrantForm grant={grant} onClose={onClose} />
    </Dialog>
  );
}

function ChangeGrantForm({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { t } = useTranslation(['directory', 'common']);
  const { t: words } = useTranslation('common');
  const formats = useFormats();
  const notices = useNotices();
  const change = useChangeGrant(grant);
  const form = useAppForm({
    initialValues: { startsOn: grant.startsOn as string | null, endsOn: grant.endsOn, reason: grant.reason ?? '' },
    validate: {
      startsOn: needed(words, t('directory:since')),
      ...(needsEnd(grant.role) && { endsOn: needed(words, t('directory:lastDay')) }),
    },
    submit: async ({ startsOn, endsOn, reason }) => {
      const days = startsOn === grant.startsOn ? {} : { startsOn: startsOn ?? formats.today() };
      await change.mutateAsync({ ...days, endsOn, reason: reason.trim() || null });
      notices.done(t('directory:saved', { name: grant.personName }));
      onClose();
    },
  });
  return (
    <AppForm of={form}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField label={t('directory:since')} {...form.field('startsOn')} />
        <DateField label={t('directory:lastDay')} {...form.field('endsOn')} />
      </SimpleGrid>
      <Textarea label={t('directory:reason')} description={t('directory:reasonHelp')} {...form.field('reason')} />
      <Group justify="flex-end">
        <Button type="submit" loading={form.busy}>
          {t('common:action.save')}
        </Button>
      </Group>
    </AppForm>
  );
}
