import type { components } from '../../api/schema';

type Sent = components['schemas']['SettingResponse'];

/** A setting with all that its field needs; what it holds depends on its type. */
export type Setting = Omit<Sent, 'value' | 'default'> & { value: unknown; default: unknown };
/** Values of settings by their keys. */
export type Values = Record<string, unknown>;

/** Whether two values of a setting are the same. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The values that hold, by key. */
export const valuesOf = (settings: Setting[]): Values =>
  Object.fromEntries(settings.map(({ key, value }) => [key, value]));

/** Keys whose values differ from what holds. */
export const changedKeys = (settings: Setting[], values: Values): string[] =>
  settings.filter(({ key, value }) => !same(values[key], value)).map(({ key }) => key);

/** What is sent: only what differs; null brings back a default that had been replaced. */
export function toSend(settings: Setting[], values: Values): Values {
  const entries = settings
    .filter(({ key, value }) => !same(values[key], value))
    .map((setting) => [
      setting.key,
      setting.changed && same(values[setting.key], setting.default) ? null : values[setting.key],
    ]);
  return Object.fromEntries(entries) as Values;
}

/** Settings by their group, in the order of the server. */
export function byGroup(settings: Setting[]): [group: string, settings: Setting[]][] {
  const groups = new Map<string, Setting[]>();
  for (const setting of settings) groups.set(setting.group, [...(groups.get(setting.group) ?? []), setting]);
  return [...groups];
}
