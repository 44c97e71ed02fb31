import { IsString, MaxLength } from 'class-validator';

/** A password chosen through a link. */
export class NewPasswordRequest {
  /** 12 to 200 characters. */
  @IsString() @MaxLength(1000) password: string;
}
