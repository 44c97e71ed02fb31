import type { Tx } from '@platform/database';
import type { Setting } from './setting';
import { SETTING_GROUPS, type SettingKey, type TenantSettings } from './tenant-settings';

/** Every setting by its name, in the order of the page. */
export const SETTINGS = Object.assign({}, ...Object.values(SETTING_GROUPS)) as Record<SettingKey, Setting>;

/** Settings whose truth is the tenant's own row, which requests need before any tenant row can be read. */
export const OF_TENANT = ['name', 'timeZone'] as const satisfies readonly SettingKey[];

interface StoredSettings {
  name: string;
  timeZone: string;
  version: number;
  changed: Record<string, unknown> | null;
}

const STORED = `select t.name, t.time_zone as "timeZone", t.version + coalesce(s.version, 0) as version, s."values" as changed
  from tenant t left join tenant_settings s on s.tenant_id = t.id where t.id = $1`;

/** What holds when a tenant has changed nothing. */
const defaults = Object.fromEntries(Object.entries(SETTINGS).map(([key, setting]) => [key, setting.default]));

/** The settings with a version that every change of one of them counts up, and those that differ from the default. */
export interface SettingsAsStored {
  version: number;
  settings: TenantSettings;
  changed: Record<string, unknown>;
}

/** Reads the settings of the transaction's tenant, for every module: `const { smallCellLimit } = await Settings.of(tx)`. */
export const Settings = {
  /** Each setting with its value, defaults filled in. */
  async of(tx: Tx): Promise<TenantSettings> {
    return (await Settings.stored(tx)).settings;
  },

  /** For the page that changes them. */
  async stored(tx: Tx): Promise<SettingsAsStored> {
    const [{ name, timeZone, version, changed }] = await tx.query<StoredSettings>(STORED, [tx.tenantId]);
    const settings = { ...defaults, ...changed, name, timeZone } as unknown as TenantSettings;
    return { version, settings, changed: changed ?? {} };
  },
};
