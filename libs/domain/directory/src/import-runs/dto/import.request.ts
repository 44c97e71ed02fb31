import { IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { ListQuery } from '@platform/http';

const DECISIONS = ['create', 'update', 'skip'] as const;

/** What to do with a row. */
export class DecideRowRequest {
  /** `create` a new organization, `update` one of the candidates, or `skip` the row. */
  @IsIn(DECISIONS) decision: (typeof DECISIONS)[number];
  /** For `update`: one of the candidates. */
  @IsOptional() @IsUUID() organizationId?: string;
}

/** Filters of the rows of an import; several values with commas. */
export class ImportRowListQuery extends ListQuery {
  /** What would become of the row. */
  @IsOptional() @IsString() @Matches(/^[a-z]+(,[a-z]+)*$/) action?: string;
  /** The worst problem of the row. */
  @IsOptional() @IsString() @Matches(/^(error|warning|note)(,(error|warning|note))*$/) severity?: string;
}
