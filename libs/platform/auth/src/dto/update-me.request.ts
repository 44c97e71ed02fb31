import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsTimeZone, Length, Matches, ValidateIf } from 'class-validator';
import { LOCALES, type Locale } from '@platform/i18n';
import { DISPLAY_SCHEMES, type DisplayScheme } from '../account';

const given = (_: object, value: unknown) => value !== undefined;

/** What people set about themselves. Absent keeps; null clears the time zone. */
export class UpdateMeRequest {
  @ValidateIf(given) @IsString() @Length(1, 200) @Matches(/\S/) displayName?: string;
  @ApiProperty({ enum: LOCALES, required: false }) @ValidateIf(given) @IsIn(LOCALES) locale?: Locale;
  /** IANA name; null: that of the tenant. */
  @IsOptional() @IsTimeZone() timeZone?: string | null;
  @ApiProperty({ enum: DISPLAY_SCHEMES, required: false })
  @ValidateIf(given)
  @IsIn(DISPLAY_SCHEMES)
  displayScheme?: DisplayScheme;
}
