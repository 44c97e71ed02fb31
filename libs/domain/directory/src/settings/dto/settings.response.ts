import { ApiProperty } from '@nestjs/swagger';
import { BilingualResponse } from '../../organizations/dto/organization.response';
import type { Setting } from '../setting';
import type { SettingsAsStored } from '../settings';
import { SETTING_GROUPS, type TenantSettings } from '../tenant-settings';

const TYPES = ['integer', 'share', 'switch', 'text', 'term', 'color', 'timeZone', 'choice', 'choices', 'lines'];

/** A setting and all that its form needs. */
export class SettingResponse {
  key: string;
  /** Section of the page. */
  group: string;
  @ApiProperty({ enum: TYPES }) type: Setting['type'];
  label: BilingualResponse;
  help: BilingualResponse;
  /** Document that the default comes from. */
  source: string;
  /** The value that holds. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) value: unknown;
  /** What holds when nothing is changed. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) default: unknown;
  /** Whether the tenant has changed it. */
  changed: boolean;
  /** Least number, or fewest letters of a text. */
  minimum?: number;
  /** Greatest number, or most letters of a text. */
  maximum?: number;
  /** What a number counts. */
  @ApiProperty({ type: String, nullable: true, required: false }) unit?: string | null;
  /** Values to choose from. */
  @ApiProperty({ type: [String], required: false }) choices?: readonly string[];
}

/** The settings of a tenant with their form. */
export class SettingsResponse {
  /** For If-Match. */
  version: number;
  /** Values by name. */
  @ApiProperty({ type: 'object', additionalProperties: true }) values: TenantSettings;
  settings: SettingResponse[];
  /** What the caller may do. */
  allowed: string[];

  static from(stored: SettingsAsStored, allowed: string[]): SettingsResponse {
    const settings = Object.entries(SETTING_GROUPS).flatMap(([group, members]) =>
      Object.entries(members as Record<string, Setting>).map(([key, setting]) => ({
        ...{ key, group },
        ...setting,
        value: (stored.settings as Record<string, unknown>)[key],
        changed: Object.hasOwn(stored.changed, key),
      })),
    );
    return { version: stored.version, values: stored.settings, settings, allowed };
  }
}
