import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { ListQuery } from '@platform/http';

/** Filters of the audit log. */
export class ListAuditEventsRequest extends ListQuery {
  /** Name of the record's kind, such as `partnership`. */
  @IsOptional() @IsString() @MaxLength(100) recordKind?: string;
  @IsOptional() @IsUUID() recordId?: string;
  /** Who changed it. */
  @IsOptional() @IsUUID() personId?: string;
  /** The use case, such as `partnerships.create`. */
  @IsOptional() @IsString() @MaxLength(200) operation?: string;
  @IsOptional() @IsIn(['insert', 'update', 'delete']) changeKind?: 'insert' | 'update' | 'delete';
  /** Changes at or after this instant. */
  @IsOptional() @IsISO8601() from?: string;
  /** Changes before this instant. */
  @IsOptional() @IsISO8601() to?: string;
}
