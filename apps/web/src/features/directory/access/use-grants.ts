import { useTranslation } from 'react-i18next';
import { api, idempotent, ifMatch, unwrap } from '../../../api/client';
import type { components } from '../../../api/schema';
import { useWrite } from '../../../api/use-write';
import { useConfirm } from '../../../components/feedback/confirm';
import { useNotices } from '../../../components/feedback/notices';
import { useTenantSlug, type Grant } from '../use-directory';

type Schemas = components['schemas'];
/** What is sent to give a role. */
export type NewGrant = Schemas['CreateAccessGrantRequest'];
/** What can be changed of a role that was given: its days and the reason. */
export type GrantChange = Schemas['UpdateAccessGrantRequest'];

const touched = (tenant: string, personId: string) => [
  ['access-grants', tenant],
  ['person', tenant, personId],
  ['people', tenant],
];

/** Gives a role. */
export function useGiveRole(personId: string) {
  const tenant = useTenantSlug();
  return useWrite(
    (body: NewGrant, key) =>
      unwrap(
        api.POST('/api/v1/t/{tenant}/access-grants', { params: { path: { tenant }, header: idempotent(key) }, body }),
      ),
    { refresh: touched(tenant, personId) },
  );
}

/** Changes the days or the reason of a role. */
export function useChangeGrant({ id, version, personId }: Grant) {
  const tenant = useTenantSlug();
  return useWrite(
    (body: GrantChange) => {
      const params = { path: { tenant, id }, header: ifMatch(version) };
      return unwrap(api.PATCH('/api/v1/t/{tenant}/access-grants/{id}', { params, body }));
    },
    { refresh: touched(tenant, personId) },
  );
}

/** Ends a role at once, after saying what that means. */
export function useEndGrant({ id, personId, personName: name }: Grant) {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const notices = useNotices();
  const confirm = useConfirm();
  const end = useWrite(
    (_: void, key) =>
      unwrap(
        api.POST('/api/v1/t/{tenant}/access-grants/{id}/end', {
          params: { path: { tenant, id }, header: idempotent(key) },
        }),
      ),
    { refresh: touched(tenant, personId) },
  );
  return async (role: string) => {
    const question = { title: t('endTitle', { role, name }), body: t('endBody'), confirm: t('end') };
    if (!(await confirm({ ...question, tone: 'bad' }))) return;
    end.mutate(undefined, { onSuccess: () => notices.done(t('ended', { role, name })), onError: notices.failed });
  };
}
