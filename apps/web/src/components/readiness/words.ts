import { useTranslation } from 'react-i18next';

const SYSTEMS = [
  'k12_cte',
  'community_college',
  'four_year',
  'adult_education',
  'workforce_development',
  'economic_development',
  'employer',
  'human_services',
  'local_partner',
  'other',
] as const;

/** Name of a system of the career pathways work, by its key. */
export function useSystemName(): (key: string) => string {
  const { t } = useTranslation('readiness');
  return (key) =>
    SYSTEMS.includes(key as (typeof SYSTEMS)[number]) ? t(`system.${key as (typeof SYSTEMS)[number]}`) : key;
}

/** Classes of gaps, most urgent first. */
export const BANDS = ['do_now', 'plan_as_project', 'schedule', 'reconsider', 'if_convenient', 'leave'] as const;
/** Key of a class of gaps. */
export type Band = (typeof BANDS)[number];
