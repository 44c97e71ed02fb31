import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, idempotent, ifMatch, unwrap } from '../../../api/client';
import { useWrite } from '../../../api/use-write';
import { useConfirm } from '../../../components/feedback/confirm';
import { useNotices } from '../../../components/feedback/notices';
import { useTenantSlug, type Organization } from '../use-directory';

/** Closing, reopening (both can be taken back) and deleting an organization. */
export function useOrganizationMoves({ id, name, version }: Organization) {
  const { t } = useTranslation(['directory', 'common']);
  const tenant = useTenantSlug();
  const notices = useNotices();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const refresh = [
    ['organization', tenant, id],
    ['organizations', tenant],
  ];
  const move = useWrite(
    (action: 'close' | 'reopen', key) => {
      const params = { path: { tenant, id }, header: idempotent(key) };
      return unwrap(
        action === 'close'
          ? api.POST('/api/v1/t/{tenant}/organizations/{id}/close', { params })
          : api.POST('/api/v1/t/{tenant}/organizations/{id}/reopen', { params }),
      );
    },
    { refresh },
  );
  const remove = useWrite(
    () =>
      unwrap(
        api.DELETE('/api/v1/t/{tenant}/organizations/{id}', {
          params: { path: { tenant, id }, header: ifMatch(version) },
        }),
      ),
    { refresh: [['organizations', tenant]] },
  );
  const run = (action: 'close' | 'reopen', undo?: () => void) =>
    move.mutate(action, {
      onSuccess: () => notices.done(t(action === 'close' ? 'directory:closed' : 'directory:reopened', { name }), undo),
      onError: notices.failed,
    });
  return {
    close: () => run('close', () => run('reopen')),
    reopen: () => run('reopen', () => run('close')),
    remove: async () => {
      const yes = await confirm({
        title: t('directory:deleteTitle', { name }),
        body: t('directory:deleteBody'),
        confirm: t('common:action.delete'),
        tone: 'bad',
      });
      if (!yes) return;
      const done = () => {
        notices.done(t('directory:deleted', { name }));
        void navigate(`/t/${tenant}/organizations`);
      };
      remove.mutate(undefined, { onSuccess: done, onError: notices.failed });
    },
  };
}
