import type { BilingualLabel } from '../organization-kind';

/** What every setting says about itself, so that its form can be made from it. */
export interface SettingFacts {
  label: BilingualLabel;
  /** What it changes, in a sentence. */
  help: BilingualLabel;
  /** Document that the default comes from, or that asks for the setting. */
  source: string;
}

/** A whole number. */
export interface IntegerSetting extends SettingFacts {
  type: 'integer';
  default: number;
  minimum: number;
  maximum: number;
  unit: SettingUnit | null;
}

/** A part of a whole, 0 to 1, shown as percent. */
export interface ShareSetting extends SettingFacts {
  type: 'share';
  default: number;
  minimum: number;
  maximum: number;
}

/** Yes or no. */
export interface SwitchSetting extends SettingFacts {
  type: 'switch';
  default: boolean;
}

/** One line of text. */
export interface TextSetting extends SettingFacts {
  type: 'text';
  default: string;
  minimum: number;
  maximum: number;
}

/** A word that the tenant may replace with its own, in both languages. */
export interface TermSetting extends SettingFacts {
  type: 'term';
  default: BilingualLabel;
}

/** A color as `#rrggbb`, dark enough to be read on every page ground; null: the product's own. */
export interface ColorSetting extends SettingFacts {
  type: 'color';
  default: string | null;
}

/** IANA name of a time zone. */
export interface TimeZoneSetting extends SettingFacts {
  type: 'timeZone';
  default: string;
}

/** One of a few values. */
export interface ChoiceSetting<V extends string = string> extends SettingFacts {
  type: 'choice';
  default: V;
  choices: readonly V[];
}

/** Some of a few values. */
export interface ChoicesSetting<V extends string = string> extends SettingFacts {
  type: 'choices';
  default: readonly V[];
  choices: readonly V[];
}

/** Lines of text in an order. */
export interface LinesSetting extends SettingFacts {
  type: 'lines';
  default: readonly string[];
}

/** A setting of any type. */
export type Setting =
  | IntegerSetting
  | ShareSetting
  | SwitchSetting
  | TextSetting
  | TermSetting
  | ColorSetting
  | TimeZoneSetting
  | ChoiceSetting
  | ChoicesSetting
  | LinesSetting;

/** What a whole number counts. */
export type SettingUnit =
  | 'days'
  | 'workingDays'
  | 'months'
  | 'years'
  | 'hours'
  | 'minutes'
  | 'people'
  | 'organizations'
  | 'systems'
  | 'indicators'
  | 'meetings';

const facts = (en: [label: string, help: string], es: [label: string, help: string], source: string): SettingFacts => ({
  label: { en: en[0], es: es[0] },
  help: { en: en[1], es: es[1] },
  source,
});

type Words = Parameters<typeof facts>;

/** Makes definitions of settings: the value and its bounds first, then label and help in English and Spanish, then the source. */
export const setting = {
  integer: (
    value: number,
    [minimum, maximum]: [number, number],
    unit: SettingUnit | null,
    ...words: Words
  ): IntegerSetting => ({
    ...{ type: 'integer', default: value, minimum, maximum, unit },
    ...facts(...words),
  }),
  share: (value: number, [minimum, maximum]: [number, number], ...words: Words): ShareSetting => ({
    ...{ type: 'share', default: value, minimum, maximum },
    ...facts(...words),
  }),
  switch: (value: boolean, ...words: Words): SwitchSetting => ({ type: 'switch', default: value, ...facts(...words) }),
  text: (value: string, [minimum, maximum]: [number, number], ...words: Words): TextSetting => ({
    ...{ type: 'text', default: value, minimum, maximum },
    ...facts(...words),
  }),
  term: (en: string, es: string, ...words: Words): TermSetting => ({
    type: 'term',
    default: { en, es },
    ...facts(...words),
  }),
  color: (...words: Words): ColorSetting => ({ type: 'color', default: null, ...facts(...words) }),
  timeZone: (value: string, ...words: Words): TimeZoneSetting => ({
    type: 'timeZone',
    default: value,
    ...facts(...words),
  }),
  choice: <V extends string>(value: NoInfer<V>, choices: readonly V[], ...words: Words): ChoiceSetting<V> => ({
    ...{ type: 'choice', default: value, choices },
    ...facts(...words),
  }),
  choices: <V extends string>(
    value: readonly NoInfer<V>[],
    choices: readonly V[],
    ...words: Words
  ): ChoicesSetting<V> => ({
    ...{ type: 'choices', default: value, choices },
    ...facts(...words),
  }),
  lines: (value: readonly string[], ...words: Words): LinesSetting => ({
    type: 'lines',
    default: value,
    ...facts(...words),
  }),
};
