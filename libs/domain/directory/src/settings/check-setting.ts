import type { BilingualLabel } from '../organization-kind';
import { LEAST_CONTRAST, nearestReadable, worstGround } from './contrast';
import type { Setting } from './setting';

/** A value that a setting cannot take, and why. */
export interface SettingFault {
  rule: string;
  message: string;
}

/** A checked value in its normal form, or what is wrong with it. */
export type SettingCheck = { value: unknown } | { fault: SettingFault };

const fault = (rule: string, message: string): SettingCheck => ({ fault: { rule, message } });

const isText = (value: unknown, minimum: number, maximum: number): value is string =>
  typeof value === 'string' && value.trim().length >= minimum && value.trim().length <= maximum;

function isZone(value: unknown): value is string {
  try {
    return (
      typeof value === 'string' &&
      /^[A-Z][A-Za-z_]+(\/[A-Za-z_+-]+)*$/.test(value) &&
      !!new Intl.DateTimeFormat('en', { timeZone: value })
    );
  } catch {
    return false;
  }
}

function checkColor(value: unknown): SettingCheck {
  if (value === null) return { value };
  if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/i.test(value))
    return fault('color', 'Give a color such as #0b5064.');
  const color = value.toLowerCase();
  const { ground, ratio } = worstGround(color);
  if (ratio >= LEAST_CONTRAST) return { value: color };
  const measured = Math.floor(ratio * 100) / 100;
  return fault(
    'contrast',
    `${color} has a contrast of ${measured} to 1 on ${ground}; text needs ${LEAST_CONTRAST} to 1. The nearest color that passes is ${nearestReadable(color)}.`,
  );
}

function checkTerm(value: unknown): SettingCheck {
  const { en, es, ...rest } = (typeof value === 'object' && value ? value : {}) as Partial<BilingualLabel>;
  if (Object.keys(rest).length > 0 || !isText(en, 1, 40) || !isText(es, 1, 40))
    return fault('term', 'Give the word in English and in Spanish (en, es), 1 to 40 letters each.');
  return { value: { en: en.trim(), es: es.trim() } };
}

function checkNumber(
  value: unknown,
  { minimum, maximum }: { minimum: number; maximum: number },
  whole: boolean,
): SettingCheck {
  const fits = typeof value === 'number' && value >= minimum && value <= maximum && (!whole || Number.isInteger(value));
  return fits
    ? { value }
    : fault('range', `Give a ${whole ? 'whole number' : 'number'} from ${minimum} to ${maximum}.`);
}

function checkChoices(value: unknown, choices: readonly string[]): SettingCheck {
  const fits = Array.isArray(value) && value.every((item) => choices.includes(item as string));
  return fits
    ? { value: choices.filter((choice) => value.includes(choice)) }
    : fault('choice', `Choose among: ${choices.join(', ')}.`);
}

function checkLines(value: unknown): SettingCheck {
  const fits = Array.isArray(value) && value.length <= 20 && value.every((line) => isText(line, 1, 120));
  return fits
    ? { value: (value as string[]).map((line) => line.trim()) }
    : fault('lines', 'Give at most 20 lines of 1 to 120 letters.');
}

/** Checks a value for a setting and brings it into its normal form. */
export function checkSetting(setting: Setting, value: unknown): SettingCheck {
  switch (setting.type) {
    case 'integer':
    case 'share':
      return checkNumber(value, setting, setting.type === 'integer');
    case 'switch':
      return typeof value === 'boolean' ? { value } : fault('switch', 'Give true or false.');
    case 'text':
      return isText(value, setting.minimum, setting.maximum)
        ? { value: value.trim() }
        : fault('length', `Give ${setting.minimum} to ${setting.maximum} letters.`);
    case 'term':
      return checkTerm(value);
    case 'color':
      return checkColor(value);
    case 'timeZone':
      return isZone(value) ? { value } : fault('time-zone', 'Give the name of a time zone such as America/Detroit.');
    case 'choice':
      return setting.choices.includes(value as string)
        ? { value }
        : fault('choice', `Choose one of: ${setting.choices.join(', ')}.`);
    case 'choices':
      return checkChoices(value, setting.choices);
    case 'lines':
      return checkLines(value);
  }
}
