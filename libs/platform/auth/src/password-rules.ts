import { Invalid } from '@platform/context';
import { COMMON_STEMS } from './common-passwords';

/** Characters a password has at least and at most. Length protects; rules on its composition do not (NIST SP 800-63B). */
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;
const DIFFERENT_CHARACTERS = 5;
const COUNTING = '1234567890'.repeat(20);

/** The password without the digits and signs that people put around a common one. */
function stem(password: string): string {
  return password.toLowerCase().replace(/^\P{L}+|\P{L}+$/gu, '');
}

function isRow(password: string): boolean {
  const codes = Array.from(password, (character) => character.codePointAt(0)!);
  const step = codes[1] - codes[0];
  return codes.every((code, index) => index === 0 || code - codes[index - 1] === step);
}

function isCommon(password: string): boolean {
  const core = stem(password);
  return core === '' ? password.length < 16 || COUNTING.includes(password) : COMMON_STEMS.has(core);
}

function isTheEmail(password: string, email: string): boolean {
  const [address, typed] = [email.toLowerCase(), password.toLowerCase()];
  return typed === address || (address.split('@')[0].length > 3 && stem(typed) === stem(address.split('@')[0]));
}

/**
 * Refuses a password that others would guess.
 * @throws Invalid naming the field `password` and the rule
 */
export function checkPassword(password: string, email: string): void {
  const refuse = (rule: string, message: string) => Invalid.field('password', rule, message);
  const { length } = Array.from(password); // code points, not UTF-16 units
  if (length < PASSWORD_LENGTH.min)
    throw refuse('too-short', `Choose at least ${PASSWORD_LENGTH.min} characters; a few words work well.`);
  if (length > PASSWORD_LENGTH.max) throw refuse('too-long', `Choose at most ${PASSWORD_LENGTH.max} characters.`);
  if (isTheEmail(password, email)) throw refuse('is-email', 'Choose a password that is not your email address.');
  if (new Set(password).size < DIFFERENT_CHARACTERS || isRow(password) || isCommon(password))
    throw refuse('common', 'Many people use this password, so it is tried first: choose another, e.g. four words.');
}
