import type { ErrorDetail } from '@platform/context';
import {
  checkExternalId,
  type ExternalId,
  type ExternalIdRule,
  type ExternalIdScheme,
  isIdentifyingScheme,
} from '../external-id';
import { ExternalIdsRefused } from './organization.errors';

const REASONS: Record<ExternalIdRule, string> = {
  id_form: 'does not have the form of such an id',
  id_rounded: 'was rounded by a spreadsheet; the digits are lost, copy the id again',
  id_unknown_state: 'begins with a number that is no state',
};

/** Brings ids into their normal form. @throws ExternalIdsRefused naming each wrong id and the right form */
export function readExternalIds(sent: { scheme: ExternalIdScheme; value: string }[]): ExternalId[] {
  const errors: ErrorDetail[] = [];
  const ids = new Map<string, ExternalId>();
  sent.forEach(({ scheme, value }, index) => {
    const check = checkExternalId(scheme, value);
    const refuse = (rule: string, why: string) =>
      errors.push({ path: `externalIds[${index}].value`, rule, message: `"${value}" ${why}.` });
    if (!check.ok) refuse(check.rule, `${REASONS[check.rule]}: it should have ${check.expected}`);
    else if (
      isIdentifyingScheme(scheme) &&
      [...ids.values()].some((id) => id.scheme === scheme && id.value !== check.value)
    )
      refuse('one-id', 'is a second id of a register that gives each organization only one');
    else ids.set(`${scheme}:${check.value}`, { scheme, value: check.value });
  });
  if (errors.length > 0) throw new ExternalIdsRefused(errors);
  return [...ids.values()];
}
