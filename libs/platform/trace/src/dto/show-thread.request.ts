import { IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';

/** The record whose thread is wanted. */
export class ShowThreadRequest {
  /** Kind of record, such as `gap`. */
  @IsString() @IsNotEmpty() @MaxLength(100) kind: string;
  @IsUUID() id: string;
}
