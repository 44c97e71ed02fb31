import type { TFunction } from 'i18next';
import { needed } from '../../../components/form/rules';
import { needsEnd } from '../roles';
import type { ScopeValues } from './scope-fields';

/** Rules of the fields of a role at a scope; `ends` is the field with the last day. */
export function scopeRules<E extends string>(words: TFunction<'common'>, t: TFunction<'directory'>, ends: E) {
  const endRule = (value: unknown, values: ScopeValues) =>
    needsEnd(values.role) ? needed(words, t('lastDay'))(value) : null;
  return {
    role: needed(words, t('role')),
    scopeId: (value: string | null, { scope }: ScopeValues) =>
      scope && scope !== 'tenant' ? needed(words, t(`scope.${scope}`))(value) : null,
    [ends]: endRule,
  } as {
    role: (value: unknown) => string | null;
    scopeId: (value: string | null, values: ScopeValues) => string | null;
  } & Record<E, typeof endRule>;
}
