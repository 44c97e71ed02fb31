import { isNcesStateCode } from './us-states';

/** Registers whose ids organizations carry. */
export const externalIdSchemes = [
  'nces_lea',
  'nces_school',
  'ipeds_unitid',
  'opeid',
  'ein',
  'uei',
  'duns',
  'naics',
  'state_lea',
  'state_school',
  'ipeds_system',
] as const;

/** Key of a register, for instance `nces_lea`. */
export type ExternalIdScheme = (typeof externalIdSchemes)[number];

/** An id of an organization in a public register, in its normal form. */
export interface ExternalId {
  scheme: ExternalIdScheme;
  value: string;
}

/** Why an id was refused. `expected` says the right form in words for the message. */
export type ExternalIdRule = 'id_form' | 'id_rounded' | 'id_unknown_state';

/** The outcome of a check: the normal form, and whether lost leading zeros were put back; or the broken rule. */
export type ExternalIdCheck =
  { ok: true; value: string; zerosRestored: boolean } | { ok: false; rule: ExternalIdRule; expected: string };

interface SchemeRules {
  /** One organization has one such id and no other organization has it; ids that campuses share are not. */
  identifying: boolean;
  /** The right form in words, with an example. */
  expected: string;
  /** Total digits and the fewest digits that can only be an id that lost its leading zeros. */
  digits?: { length: number; shortest: number };
  form: RegExp;
  /** The first two digits are a state. */
  startsWithState?: boolean;
}

// The length bounds: LEAID and school id begin with the state's FIPS code (01-09 lose one zero); OPEID begins with 00 or 0;
// EIN prefixes 01-06 lose one zero; DUNS numbers lose one or two.
const rules: Record<ExternalIdScheme, SchemeRules> = {
  nces_lea: {
    identifying: true,
    expected: '7 digits, for example 2619950',
    digits: { length: 7, shortest: 6 },
    form: /^\d{7}$/,
    startsWithState: true,
  },
  nces_school: {
    identifying: true,
    expected: '12 digits, for example 261995005688',
    digits: { length: 12, shortest: 11 },
    form: /^\d{12}$/,
    startsWithState: true,
  },
  ipeds_unitid: { identifying: true, expected: '6 digits, for example 170620', form: /^[1-9]\d{5}$/ },
  opeid: {
    identifying: false,
    expected: '8 digits, for example 00694900',
    digits: { length: 8, shortest: 6 },
    form: /^\d{8}$/,
  },
  ein: {
    identifying: false,
    expected: '9 digits, for example 38-6004849',
    digits: { length: 9, shortest: 8 },
    form: /^(?!00)\d{9}$/,
  },
  uei: {
    identifying: false,
    expected: '12 letters and digits without I and O, not starting with 0, for example ZQGGHJH74DW7',
    form: /^(?!0)(?!.*\d{9})[0-9A-HJ-NP-Z]{12}$/,
  },
  duns: {
    identifying: false,
    expected: '9 digits, for example 102387012',
    digits: { length: 9, shortest: 7 },
    form: /^(?!0{9})\d{9}$/,
  },
  naics: {
    identifying: false,
    expected: 'an industry code of 2 to 6 digits, for example 611210',
    form: /^(?:(?:11|2[123]|3[123]|4[24589]|5[1-6]|6[12]|7[12]|81|92)\d{0,4}|31-33|44-45|48-49)$/,
  },
  state_lea: {
    identifying: false,
    expected: 'the id of the state agency, for example MI-39010',
    form: /^[0-9A-Z][0-9A-Z -]{0,29}$/,
  },
  state_school: {
    identifying: false,
    expected: 'the id of the state agency, for example MI-39010-00152',
    form: /^[0-9A-Z][0-9A-Z -]{0,39}$/,
  },
  ipeds_system: { identifying: false, expected: '6 digits, for example 106010', form: /^[1-9]\d{5}$/ },
};

const schemeKeys: ReadonlySet<string> = new Set(externalIdSchemes);

/** Whether the text names a register. */
export const isExternalIdScheme = (text: string): text is ExternalIdScheme => schemeKeys.has(text);

/** Whether two organizations with the same id of this register are the same organization (campuses share EIN, UEI and OPEID). */
export const isIdentifyingScheme = (scheme: ExternalIdScheme): boolean => rules[scheme].identifying;

/** The right form of an id in words with an example, for hints and messages. */
export const expectedForm = (scheme: ExternalIdScheme): string => rules[scheme].expected;

const separators = /[\s.\-–/]/g;

/** Text as a register writes it: no separators, capitals, no ".0" of a spreadsheet number. */
function plainForm(scheme: ExternalIdScheme, raw: string): string {
  const text = raw.trim().toUpperCase();
  if (scheme === 'naics') return text.replace(/\s/g, '').replace('–', '-').replace(/\.0+$/, '');
  if (scheme === 'state_lea' || scheme === 'state_school') return text.replace(/\s+/g, ' ');
  return text.replace(/\.0+$/, '').replace(separators, '');
}

/** An OPEID of six digits that begins with 0 is the main campus without its branch digits; otherwise zeros are missing. */
function restoreZeros(scheme: ExternalIdScheme, text: string): string {
  const digits = rules[scheme].digits;
  if (!digits || !/^\d+$/.test(text) || text.length < digits.shortest || text.length >= digits.length) return text;
  if (scheme === 'opeid' && text.length === 6 && text.startsWith('0')) return `${text}00`;
  return text.padStart(digits.length, '0');
}

/**
 * Brings an id into its normal form and checks the form (not whether the register knows it).
 * Leading zeros lost in a spreadsheet are put back where the length leaves no doubt.
 * UEI: the rules GSA published (12 characters, no I and O, no leading zero, no nine digits in a row); its check character is not public.
 */
export function checkExternalId(scheme: ExternalIdScheme, raw: string): ExternalIdCheck {
  const { expected, form, startsWithState } = rules[scheme];
  if (/^\d(\.\d+)?E\+?\d+$/i.test(raw.trim())) return { ok: false, rule: 'id_rounded', expected };
  const plain = plainForm(scheme, raw);
  const value = restoreZeros(scheme, plain);
  if (!form.test(value)) return { ok: false, rule: 'id_form', expected };
  if (startsWithState && !isNcesStateCode(value.slice(0, 2))) return { ok: false, rule: 'id_unknown_state', expected };
  return { ok: true, value, zerosRestored: value !== plain };
}

/** An id as people read it: an EIN as `38-6004849`, all others unchanged. */
export const displayExternalId = ({ scheme, value }: ExternalId): string =>
  scheme === 'ein' ? `${value.slice(0, 2)}-${value.slice(2)}` : value;
