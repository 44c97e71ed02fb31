import { Type } from 'class-transformer';
import { IsEmail, IsString, IsTimeZone, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Optional, Trimmed } from '../../dto/fields';

const SLUG = /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/;

/** Who is invited to administer a new tenant. */
export class FirstAdministratorRequest {
  @Trimmed() @IsEmail() @MaxLength(254) email: string;
  @Trimmed() @IsString() @Length(1, 120) displayName: string;
}

/** A new tenant: one career pathways system, usually a state. */
export class CreateTenantRequest {
  /** Its name in addresses, for good. */
  @Matches(SLUG, { message: 'slug must have 3 to 40 small letters, digits and hyphens, beginning with a letter.' })
  slug: string;
  @Trimmed() @IsString() @Length(2, 120) name: string;
  /** IANA name, for instance `America/Detroit`. */
  @IsTimeZone({ message: 'timeZone must be the name of a time zone such as America/Detroit.' }) timeZone: string;
  /** Gets a mail with a link that makes them state administrator. */
  @ValidateNested() @Type(() => FirstAdministratorRequest) firstAdmin: FirstAdministratorRequest;
}

/** A change of a tenant. */
export class UpdateTenantRequest {
  @Optional() @Trimmed() @IsString() @Length(2, 120) name?: string;
}
