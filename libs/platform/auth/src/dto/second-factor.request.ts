import { IsOptional, IsString, MaxLength } from 'class-validator';

/** The first code of the authenticator app. */
export class ConfirmSecondFactorRequest {
  /** Six digits. */
  @IsString() @MaxLength(50) code: string;
}

/** Who takes the second factor out of use shows a password or a code. */
export class RemoveSecondFactorRequest {
  @IsOptional() @IsString() @MaxLength(1000) password?: string;
  @IsOptional() @IsString() @MaxLength(50) code?: string;
}
