import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, idempotent, ifMatch, unwrap } from '../../../api/client';
import { AttemptKeys } from '../../../api/idempotency';
import { ApiProblem } from '../../../api/problem';
import { useNotices } from '../../../components/feedback/notices';
import { useAppForm } from '../../../components/form/use-app-form';
import { useTenantSlug, type Organization } from '../use-directory';
import type { DuplicateCandidate } from './duplicate-warning';
import { bodyOf, valuesOf, type NewOrganization, type OrganizationValues } from './organization-values';

const DUPLICATE = 'possible-duplicate';

/** Form that makes or changes an organization. `candidates` are those that may be the same one, when the server warned. */
export function useSaveOrganization(
  organization: Organization | undefined,
  validate: Partial<Record<keyof OrganizationValues, (value: unknown) => string | null>>,
) {
  const [candidates, setCandidates] = useState<DuplicateCandidate[] | null>(null);
  const send = useSend(organization);
  const save = async (values: OrganizationValues, accept: boolean) => {
    setCandidates(null);
    await send({ ...bodyOf(values), ...(accept && { acceptDuplicate: true }) }).catch((error: unknown) => {
      if (!(error instanceof ApiProblem) || error.code !== DUPLICATE) throw error;
      setCandidates((error.details['candidates'] ?? []) as DuplicateCandidate[]);
    });
  };
  const form = useAppForm<OrganizationValues>({
    initialValues: valuesOf(organization),
    validate,
    submit: (values) => save(values, false),
  });
  const notices = useNotices();
  const acceptDuplicate = () =>
    void save(form.form.getValues(), true).catch((error: unknown) => notices.failed(error as Error));
  return { form, candidates, acceptDuplicate };
}

function useSend(organization: Organization | undefined) {
  const { t } = useTranslation(['directory', 'common']);
  const tenant = useTenantSlug();
  const cache = useQueryClient();
  const notices = useNotices();
  const navigate = useNavigate();
  const keys = useRef(new AttemptKeys()).current;
  const write = (body: NewOrganization) => {
    if (!organization) {
      const header = idempotent(keys.keyFor(body));
      return unwrap(api.POST('/api/v1/t/{tenant}/organizations', { params: { path: { tenant }, header }, body }));
    }
    const { id, version, allowed } = organization;
    const { kind: _kind, parentId: _parent, regionId: _region, ...own } = body;
    const params = { path: { tenant, id }, header: ifMatch(version) };
    const changes = allowed.includes('arrange') ? body : own;
    return unwrap(api.PATCH('/api/v1/t/{tenant}/organizations/{id}', { params, body: changes }));
  };
  return async (body: NewOrganization) => {
    const saved = await write(body);
    keys.settled();
    cache.setQueryData(['organization', tenant, saved.id], saved);
    await cache.invalidateQueries({ queryKey: ['organizations', tenant] });
    notices.done(t(organization ? 'directory:saved' : 'directory:added', { name: saved.name }));
    await navigate(`/t/${tenant}/organizations/${saved.id}`);
  };
}
