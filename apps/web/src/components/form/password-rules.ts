import type { TFunction } from 'i18next';

/** Characters that a password has at least; the server knows the other rules. */
const SHORTEST = 12;

/** Refuses a password that is too short. */
export const longEnough = (t: TFunction<'auth'>) => (value: string) =>
  [...value].length < SHORTEST ? t('shortPassword') : null;

/** Refuses a second typing that differs from the first. */
export const same = (t: TFunction<'auth'>) => (value: string, values: { password: string }) =>
  value === values.password ? null : t('repeatWrong');
