import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../api/client';
import { useNotices } from '../../components/feedback/notices';
import { useFormats } from '../../i18n/format';
import { useKeepPartnership, useTenantSlug, type Member, type Partnership } from './use-partnerships';

/** Steps on a member that can be taken back: end the membership today, remove one that was a mistake. */
export function useMemberSteps(id: string): { end: (member: Member) => void; remove: (member: Member) => void } {
  const { t } = useTranslation('partnerships');
  const notices = useNotices();
  const today = useFormats().today();
  const write = useMemberWrites(id);
  const run = (work: () => Promise<void>) => void work().catch(notices.failed);
  const end = (member: Member) =>
    run(async () => {
      const answer = await write.setEnd(member, today);
      const ended = answer.members.find((item) => item.id === member.id) ?? member;
      const undo = () => run(async () => void (await write.setEnd(ended, member.endsOn)));
      notices.done(t('member.ended', { name: member.organizationName }), undo);
    });
  const remove = (member: Member) =>
    run(async () => {
      await write.remove(member);
      notices.done(t('member.removed', { name: member.organizationName }), () => run(() => write.add(member)));
    });
  return { end, remove };
}

function useMemberWrites(id: string) {
  const tenant = useTenantSlug();
  const keep = useKeepPartnership(tenant, id);
  const address = (member: Member) => ({
    params: { path: { tenant, id, memberId: member.id }, header: ifMatch(member.version) },
  });
  return {
    setEnd: async (member: Member, endsOn: string | null): Promise<Partnership> => {
      const call = api.PATCH('/api/v1/t/{tenant}/partnerships/{id}/members/{memberId}', {
        ...address(member),
        body: { endsOn },
      });
      const answer = await unwrap(call);
      await keep(answer);
      return answer;
    },
    remove: async (member: Member) => {
      await unwrap(api.DELETE('/api/v1/t/{tenant}/partnerships/{id}/members/{memberId}', address(member)));
      await keep();
    },
    add: async ({ organizationId, role, startsOn, endsOn }: Member) => {
      const body = { organizationId, role, startsOn, ...(endsOn && { endsOn }) };
      const call = api.POST('/api/v1/t/{tenant}/partnerships/{id}/members', { params: { path: { tenant, id } }, body });
      await keep(await unwrap(call));
    },
  };
}
