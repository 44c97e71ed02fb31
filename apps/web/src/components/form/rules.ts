import type { TFunction } from 'i18next';

type T = TFunction<'common'>;

const FULL_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Refuses an empty field, by its label. */
export const needed = (t: T, label: string) => (value: unknown) =>
  value === null || value === undefined || String(value).trim() === '' ? t('form.requiredField', { label }) : null;

/** Refuses what cannot be an e-mail address. */
export const email = (t: T) => (value: string) => (FULL_ADDRESS.test(value.trim()) ? null : t('form.email'));
