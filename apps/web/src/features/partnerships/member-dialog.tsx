import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, idempotent, ifMatch, unwrap } from '../../api/client';
import { AttemptKeys } from '../../api/idempotency';
import { ApiProblem } from '../../api/problem';
import { useNotices } from '../../components/feedback/notices';
import { AppForm } from '../../components/form/app-form';
import { DateField } from '../../components/form/date-field';
import { needed } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { useFormats } from '../../i18n/format';
import { OrganizationField } from './organization-field';
import styles from './partnerships.module.css';
import { MEMBER_ROLES, useKeepPartnership, useTenantSlug, type Member, type Partnership } from './use-partnerships';

interface MemberDialogProps {
  partnership: Partnership;
  /** The member to change; a new one is added when left out. */
  member?: Member;
  onClose: () => void;
}

/** Adds an organization to a partnership, or changes its role and days. */
export function MemberDialog({ partnership, member, onClose }: MemberDialogProps) {
  const { t } = useTranslation('partnerships');
  const { t: words } = useTranslation();
  const form = useMemberForm(partnership, member, onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={member ? t('member.changeTitle', { name: member.organizationName }) : t('member.addTitle')}
      closeButtonProps={{ 'aria-label': words('action.close') }}
    >
      <AppForm of={form}>
        {!member && (
          <OrganizationField
            label={t('member.organization')}
            description={t('member.organizationHelp')}
            required
            without={partnership.members.map(({ organizationId }) => organizationId)}
            {...form.field('organizationId')}
          />
        )}
        <Radio.Group label={t('member.role')} {...form.field('role')}>
          <Stack gap={10} mt={6}>
            {MEMBER_ROLES.map((role) => (
              <Radio key={role} value={role} label={t(`role.${role}`)} description={t(`roleHelp.${role}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <div className={styles.pair}>
          <DateField label={t('member.startsOn')} required clearable={false} {...form.field('startsOn')} />
          <DateField label={t('member.endsOn')} description={t('member.endsOnHelp')} {...form.field('endsOn')} />
        </div>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {words('action.cancel')}
          </Button>
          <Button type="submit" loading={form.busy}>
            {member ? words('action.save') : t('member.add')}
          </Button>
        </Group>
      </AppForm>
    </Modal>
  );
}

function useMemberForm(partnership: Partnership, member: Member | undefined, onClose: () => void) {
  const { t } = useTranslation('partnerships');
  const { t: words } = useTranslation();
  const notices = useNotices();
  const today = useFormats().today();
  const send = useSendMember(partnership.id);
  return useAppForm({
    initialValues: {
      organizationId: (member?.organizationId ?? null) as string | null,
      role: member?.role ?? 'member',
      startsOn: (member?.startsOn ?? today) as string | null,
      endsOn: member?.endsOn ?? null,
    },
    validate: {
      organizationId: needed(words, t('member.organization')),
      startsOn: needed(words, t('member.startsOn')),
      endsOn: (endsOn, { startsOn }) => (endsOn && startsOn && endsOn < startsOn ? t('member.daysReversed') : null),
    },
    submit: async (values) => {
      const answer = await send(values, member);
      const saved = answer.members.find(({ organizationId }) => organizationId === values.organizationId);
      notices.done(t(member ? 'member.changed' : 'member.added', { name: saved?.organizationName ?? '' }));
      onClose();
    },
  });
}

interface MemberValues {
  organizationId: string | null;
  role: Member['role'];
  startsOn: string | null;
  endsOn: string | null;
}

function useSendMember(id: string) {
  const tenant = useTenantSlug();
  const keep = useKeepPartnership(tenant, id);
  const keys = useRef(new AttemptKeys()).current;
  return async ({ organizationId, startsOn, endsOn, role }: MemberValues, member?: Member): Promise<Partnership> => {
    const days = { role, startsOn: startsOn ?? undefined };
    const write = () => {
      if (member)
        return api.PATCH('/api/v1/t/{tenant}/partnerships/{id}/members/{memberId}', {
          params: { path: { tenant, id, memberId: member.id }, header: ifMatch(member.version) },
          body: { ...days, endsOn: endsOn || null },
        });
      const body = { ...days, organizationId: organizationId ?? '', ...(endsOn && { endsOn }) };
      return api.POST('/api/v1/t/{tenant}/partnerships/{id}/members', {
        params: { path: { tenant, id }, header: idempotent(keys.keyFor(body)) },
        body,
      });
    };
    const answer = await unwrap<Partnership>(write()).catch(async (error: Error) => {
      if (error instanceof ApiProblem && error.isStale) await keep();
      throw error;
    });
    keys.settled();
    await keep(answer);
    return answer;
  };
}
