import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, type ErrorDetail, Invalid, StaleVersion } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { type TenantChange, Tenants } from '../tenants';
import { checkSetting } from './check-setting';
import { SettingsResponse } from './dto/settings.response';
import { OF_TENANT, Settings, SETTINGS } from './settings';
import type { SettingKey } from './tenant-settings';
import { TenantSettingsRow } from './tenant-settings-row.entity';

/** Shows and changes the settings of a tenant. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly tenants: Tenants,
  ) {}

  /** The settings with their form. */
  get(actor: Actor): Promise<SettingsResponse> {
    return this.database.read(actor, (tx) => this.respond(tx));
  }

  /** Changes settings; null brings a default back. @throws NotAllowed, StaleVersion, Invalid naming each wrong value */
  async update(actor: Actor, version: number, sent: Record<string, unknown>): Promise<SettingsResponse> {
    const values = checked(sent);
    const response = await this.database.transaction(actor, async (tx) => {
      this.access.authorize(actor, 'update', new TenantSettingsRow());
      const tenant = await this.tenants.lock(tx); // one change after another
      const { version: present } = await Settings.stored(tx);
      if (present !== version) throw new StaleVersion(present);
      const ofTenant = Object.fromEntries(
        OF_TENANT.flatMap((key) => (values.has(key) ? [[key, values.get(key)]] : [])),
      );
      OF_TENANT.forEach((key) => values.delete(key));
      if (Object.keys(ofTenant).length > 0) await this.tenants.change(tx, tenant, ofTenant as TenantChange);
      if (values.size > 0) await this.write(tx, values);
      return this.respond(tx);
    });
    this.tenants.forget();
    return response;
  }

  private async write(tx: Tx, values: Map<SettingKey, unknown>): Promise<void> {
    const rows = tx.rows(TenantSettingsRow);
    const [row] = await rows.find({});
    const changed = { ...row?.values };
    for (const [key, value] of values)
      if (value === null) delete changed[key];
      else changed[key] = value;
    if (row) await rows.update(Object.assign(row, { values: changed }));
    else await rows.insert({ values: changed });
  }

  private async respond(tx: Tx): Promise<SettingsResponse> {
    const allowed = this.access.allowed(tx.actor, new TenantSettingsRow(), ['update']);
    return SettingsResponse.from(await Settings.stored(tx), allowed);
  }
}

/** Checks what was sent. @throws Invalid */
function checked(sent: Record<string, unknown>): Map<SettingKey, unknown> {
  const errors: ErrorDetail[] = [];
  const values = new Map<SettingKey, unknown>();
  for (const [key, value] of Object.entries(sent)) {
    const path = `values.${key}`;
    const setting = Object.hasOwn(SETTINGS, key) ? SETTINGS[key as SettingKey] : undefined;
    if (!setting) errors.push({ path, rule: 'unknown-field', message: `There is no setting "${key}".` });
    else if (value === null && !(OF_TENANT as readonly string[]).includes(key)) values.set(key as SettingKey, null);
    else {
      const check = checkSetting(setting, value);
      if ('fault' in check) errors.push({ path, ...check.fault });
      else values.set(key as SettingKey, check.value);
    }
  }
  if (errors.length > 0)
    throw new Invalid(
      'directory.settings',
      errors.length === 1 ? errors[0].message : `${errors.length} settings must be corrected.`,
      errors,
    );
  return values;
}
