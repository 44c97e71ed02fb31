import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
/** A kind of organization with what may stand above it and the registers that fit. */
export type OrganizationKind = Schemas['OrganizationKindResponse'];

/** The one list of kinds and systems; the same for everybody. */
export const kindsQuery = queryOptions({
  queryKey: ['organization-kinds'],
  queryFn: () => unwrap(api.GET('/api/v1/organization-kinds')),
  staleTime: Infinity,
});

/** Kinds and systems in the language of the page. */
export interface Kinds {
  kinds: OrganizationKind[];
  kindOf: (key: string | null | undefined) => OrganizationKind | undefined;
  /** "School district". */
  kindLabel: (key: string) => string;
  /** "Workforce development". */
  systemLabel: (key: string) => string;
  /** Choices of a select, by system. */
  grouped: { group: string; items: { value: string; label: string }[] }[];
  options: { value: string; label: string }[];
}

/** Kinds of organizations and the systems they stand for. Empty until they are read. */
export function useKinds(): Kinds {
  const { data } = useQuery(kindsQuery);
  const { i18n } = useTranslation();
  return useMemo(() => {
    const language = i18n.language === 'es' ? 'es' : 'en';
    const kinds = data?.kinds ?? [];
    const systems = data?.systems ?? [];
    const kindOf = (key: string | null | undefined) => kinds.find((kind) => kind.key === key);
    const option = (kind: OrganizationKind) => ({ value: kind.key, label: kind.label[language] });
    const items = (system: string) => kinds.filter((kind) => kind.system === system).map(option);
    return {
      kinds,
      kindOf,
      kindLabel: (key) => kindOf(key)?.label[language] ?? key,
      systemLabel: (key) => systems.find((system) => system.key === key)?.label[language] ?? key,
      grouped: systems
        .map((system) => ({ group: system.label[language], items: items(system.key) }))
        .filter(({ items: some }) => some.length > 0),
      options: kinds.map(option),
    };
  }, [data, i18n.language]);
}
