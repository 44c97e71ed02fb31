import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';

/** A change of settings. */
export class UpdateSettingsRequest {
  /** New values by the name of the setting; null brings the default back. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { smallCellLimit: 12 } })
  @IsObject()
  values: Record<string, unknown>;
}
