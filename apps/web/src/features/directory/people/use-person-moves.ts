import { useTranslation } from 'react-i18next';
import { api, idempotent, unwrap } from '../../../api/client';
import { useWrite } from '../../../api/use-write';
import { useConfirm } from '../../../components/feedback/confirm';
import { useNotices } from '../../../components/feedback/notices';
import { useTenantSlug, type Person } from '../use-directory';

/** Ends all access of a person at once (said clearly first), and lets them be given access again. */
export function usePersonMoves({ id, displayName: name }: Person) {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const notices = useNotices();
  const confirm = useConfirm();
  const move = useWrite(
    (action: 'deactivate' | 'reactivate', key) => {
      const params = { path: { tenant, id }, header: idempotent(key) };
      return unwrap(
        action === 'deactivate'
          ? api.POST('/api/v1/t/{tenant}/people/{id}/deactivate', { params })
          : api.POST('/api/v1/t/{tenant}/people/{id}/reactivate', { params }),
      );
    },
    {
      refresh: [
        ['person', tenant, id],
        ['people', tenant],
        ['access-grants', tenant],
      ],
    },
  );
  const run = (action: 'deactivate' | 'reactivate') =>
    move.mutate(action, {
      onSuccess: () => notices.done(t(action === 'deactivate' ? 'deactivated' : 'reactivated', { name })),
      onError: notices.failed,
    });
  return {
    reactivate: () => run('reactivate'),
    deactivate: async () => {
      const question = { title: t('deactivateTitle', { name }), body: t('deactivateBody'), confirm: t('deactivate') };
      if (await confirm({ ...question, tone: 'bad' })) run('deactivate');
    },
  };
}
