import { IsString, MaxLength } from 'class-validator';
import { NewPasswordRequest } from './new-password.request';

/** A new password with the token of the reset link. */
export class ConfirmPasswordResetRequest extends NewPasswordRequest {
  /** What stands in the link after `/l/`. */
  @IsString() @MaxLength(200) token: string;
}
