import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from './client';

/** The label of a kind of organization in the language of the page; the key until the kinds are read. */
export function useKindLabel(): (key: string) => string {
  const { i18n } = useTranslation();
  const { data } = useQuery({
    queryKey: ['organization-kinds'],
    queryFn: () => unwrap(api.GET('/api/v1/organization-kinds')),
    staleTime: Infinity,
  });
  const language = i18n.language === 'es' ? 'es' : 'en';
  return (key) => data?.kinds.find((kind) => kind.key === key)?.label[language] ?? key;
}
