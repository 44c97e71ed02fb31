import { IsUUID } from 'class-validator';

/** A person to ask. */
export class AddRespondentRequest {
  @IsUUID() personId: string;
  /** The organization for which the person answers; the person must work for it, and it must be a member. */
  @IsUUID() organizationId: string;
}
