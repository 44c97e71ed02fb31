import { useTranslation } from 'react-i18next';
import type { Role } from '../../app/places';
import { useFormats } from '../../i18n/format';
import type { Setting } from './settings';

const GROUPS = [
  'general',
  'terms',
  'privacy',
  'access',
  'assessments',
  'assistance',
  'meetings',
  'agreements',
] as const;
type Group = (typeof GROUPS)[number];
const CHOICES = ['school', 'guardian', 'both'] as const;
type Choice = (typeof CHOICES)[number];

/** A setting in the words of the page's language. */
export interface SettingWords {
  group: (key: string) => string;
  label: (setting: Setting) => string;
  help: (setting: Setting) => string;
  /** " days", behind a number. */
  unit: (setting: Setting, value: unknown) => string;
  /** "From 5 to 15." */
  range: (setting: Setting) => string;
  choice: (value: string) => string;
  months: string[];
  /** A value as text, for telling versions apart. */
  value: (setting: Setting, value: unknown) => string;
}

/** Label, help, bounds, units and values of settings in the language of the page. */
export function useSettingWords(): SettingWords {
  const { t, i18n } = useTranslation(['admin', 'shell', 'common']);
  const formats = useFormats();
  const language = i18n.language === 'es' ? 'es' : 'en';
  const months = monthsOf(language);
  const bound = ({ type }: Setting, value = 0) => (type === 'share' ? formats.percent(value) : formats.number(value));
  const unit = ({ unit: of }: Setting, value: unknown) =>
    of ? ` ${t(`admin:unit.${of as 'days'}`, { count: Number(value ?? 2) })}` : '';
  const choice = (value: string) =>
    CHOICES.includes(value as Choice) ? t(`admin:choice.${value as Choice}`) : t(`shell:role.${value as Role}`);
  const text = (setting: Setting, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('common:word.none');
    if (typeof value === 'boolean') return t(value ? 'common:word.yes' : 'common:word.no');
    if (setting.type === 'share') return formats.percent(Number(value));
    if (setting.key === 'fiscalYearStartMonth') return months[Number(value) - 1] ?? String(value);
    if (setting.type === 'integer') return formats.number(Number(value)) + unit(setting, value);
    if (setting.type === 'choices') return formats.list((value as string[]).map(choice)) || t('common:word.none');
    if (setting.type === 'choice') return choice(String(value));
    if (setting.type === 'lines') return (value as string[]).join(', ');
    if (setting.type === 'term') return Object.values(value as Record<string, string>).join(' / ');
    return String(value);
  };
  return {
    group: (key) => (GROUPS.includes(key as Group) ? t(`admin:group.${key as Group}`) : key),
    label: ({ label }) => label[language],
    help: ({ help }) => help[language],
    unit,
    range: (setting) =>
      t('admin:settings.range', { from: bound(setting, setting.minimum), to: bound(setting, setting.maximum) }),
    choice,
    months,
    value: text,
  };
}

function monthsOf(language: string): string[] {
  const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, i) => month.format(new Date(Date.UTC(2026, i, 15))));
}
