import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../api/client';
import { pageRefusal } from '../../api/page-refusal';
import { ApiProblem } from '../../api/problem';
import type { components } from '../../api/schema';
import { useWorkplace } from '../../app/workplace';
import { useNotices } from '../../components/feedback/notices';
import { useAppForm, type AppForm } from '../../components/form/use-app-form';
import { toSend, valuesOf, type Setting, type Values } from './settings';

type Sent = components['schemas']['SettingsResponse'];

/** The settings of a tenant with their form. */
export interface TenantSettings {
  version: number;
  settings: Setting[];
  allowed: string[];
}

const read = ({ version, settings, allowed }: Sent): TenantSettings => ({ version, settings, allowed });

/** The settings of a tenant. They are not read again behind a form that somebody is filling in. */
export const settingsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['settings', tenant],
    queryFn: async () => read(await unwrap(api.GET('/api/v1/t/{tenant}/settings', { params: { path: { tenant } } }))),
    refetchOnWindowFocus: false,
    throwOnError: pageRefusal,
  });

/** The form of the settings; `conflict` is what somebody else saved meanwhile. */
export interface SettingsForm {
  of: AppForm<{ values: Values }>;
  conflict: TenantSettings | null;
  keepMine: () => void;
  keepTheirs: () => void;
  discard: () => void;
}

/** State of the settings form: sends only what differs, and asks when somebody else saved meanwhile. */
export function useSettingsForm(known: TenantSettings): SettingsForm {
  const { t } = useTranslation('admin');
  const tenant = useWorkplace().tenant.slug;
  const cache = useQueryClient();
  const notices = useNotices();
  const [base, setBase] = useState(known);
  const [conflict, setConflict] = useState<TenantSettings | null>(null);
  const keep = (next: TenantSettings) => {
    cache.setQueryData(settingsQuery(tenant).queryKey, next);
    setBase(next);
    setConflict(null);
    const values = { values: valuesOf(next.settings) };
    of.form.setInitialValues(values);
    of.form.setValues(values);
  };
  const save = async (values: Values, from: TenantSettings) => {
    const body = { values: toSend(from.settings, values) };
    const call = api.PATCH('/api/v1/t/{tenant}/settings', {
      params: { path: { tenant }, header: ifMatch(from.version) },
      body,
    });
    try {
      keep(read(await unwrap(call)));
    } catch (error) {
      if (!(error instanceof ApiProblem && error.isStale)) throw error;
      setConflict(await cache.fetchQuery({ ...settingsQuery(tenant), staleTime: 0 }));
      return;
    }
    await Promise.all(['tenant-me', 'me', 'audit'].map((key) => cache.invalidateQueries({ queryKey: [key] })));
    notices.done(t('settings.saved'));
  };
  const of = useAppForm<{ values: Values }>({
    initialValues: { values: valuesOf(known.settings) },
    submit: ({ values }) => save(values, base),
  });
  const mine = () => {
    const changes = Object.keys(toSend(base.settings, of.form.values.values));
    const values = valuesOf(conflict!.settings);
    for (const key of changes) values[key] = of.form.values.values[key];
    void save(values, conflict!).catch(notices.failed);
  };
  return { of, conflict, keepMine: mine, keepTheirs: () => keep(conflict!), discard: () => keep(base) };
}
