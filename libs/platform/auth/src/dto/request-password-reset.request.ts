import { IsString, MaxLength, MinLength } from 'class-validator';

/** Whose password is lost. */
export class RequestPasswordResetRequest {
  @IsString() @MinLength(1) @MaxLength(320) email: string;
}
