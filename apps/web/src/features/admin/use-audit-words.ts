import { useTranslation } from 'react-i18next';
import type { Role } from '../../app/places';
import { useFormats } from '../../i18n/format';
import admin from '../../i18n/en/admin.json';
import shell from '../../i18n/en/shell.json';

type Kind = keyof typeof admin.record;
type Field = keyof typeof admin.field;
type Word = keyof typeof admin.value;

/** Kinds of records that the log can be limited to. */
export const RECORD_KINDS = Object.keys(admin.record) as Kind[];

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/**
 * The audit log in the words of the page: kinds of records, fields, values. What has no word is shown as it is.
 * @param names of records by id, shown in place of the ids
 */
export function useAuditWords(names?: ReadonlyMap<string, string>): {
  kind: (kind: string) => string;
  field: (field: string) => string;
  value: (value: unknown) => string;
} {
  const { t } = useTranslation(['admin', 'shell', 'common']);
  const formats = useFormats();
  const text = (value: string): string => {
    if (value === '') return t('admin:audit.empty');
    if (value in admin.value) return t(`admin:value.${value as Word}`);
    if (value in shell.role) return t(`shell:role.${value as Role}`);
    if (ID.test(value)) return names?.get(value) ?? t('admin:audit.number', { end: value.slice(-6) });
    if (DAY.test(value)) return formats.date(value);
    return INSTANT.test(value) ? formats.dateTime(value) : value;
  };
  const value = (of: unknown): string => {
    if (of === null || of === undefined) return t('admin:audit.empty');
    if (typeof of === 'boolean') return t(of ? 'common:word.yes' : 'common:word.no');
    if (typeof of === 'number') return formats.number(of);
    if (typeof of === 'string') return text(of);
    if (Array.isArray(of)) return of.map(value).join(', ') || t('admin:audit.empty');
    return Object.entries(of)
      .map(([key, inner]) => `${field(key)}: ${value(inner)}`)
      .join('; ');
  };
  const field = (key: string) => (key in admin.field ? t(`admin:field.${key as Field}`) : key);
  return { kind: (key) => (key in admin.record ? t(`admin:record.${key as Kind}`) : key), field, value };
}
