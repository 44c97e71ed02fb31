import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

/** What a person types to sign in. */
export class LoginRequest {
  /** Case does not matter. */
  @IsString() @MinLength(1) @MaxLength(320) email: string;
  @IsString() @MinLength(1) @MaxLength(1000) password: string;
  /** Six digits of the authenticator app, or a recovery code; asked for by `second-factor-required`. */
  @IsOptional() @IsString() @MaxLength(50) code?: string;
}
