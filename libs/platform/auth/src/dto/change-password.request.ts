import { IsString, MaxLength } from 'class-validator';
import { NewPasswordRequest } from './new-password.request';

/** A new password, with the present one. */
export class ChangePasswordRequest extends NewPasswordRequest {
  @IsString() @MaxLength(1000) currentPassword: string;
}
