import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Rows of a CSV or XLSX download at most. */
export const DOWNLOAD_ROWS_AT_MOST = 50_000;

/** What every list understands; a list adds its own filters as further fields. */
export class ListQuery {
  /** Items on one page, 1 to 200. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
  /** `nextCursor` of the page before. */
  @IsOptional() @IsString() @MaxLength(2000) cursor?: string;
  /** Fields to sort by, separated by commas; a minus sorts downward. */
  @IsOptional() @IsString() @MaxLength(200) sort?: string;
  /** `none` leaves the count out, which saves its time; `total` is then 0 and not exact. */
  @IsOptional() @IsIn(['exact', 'none']) total?: 'exact' | 'none';
  /** The same filter as a file. */
  @IsOptional() @IsIn(['json', 'csv', 'xlsx']) format?: 'json' | 'csv' | 'xlsx';
}

/** Rows to read for this request. */
export function rowsWanted(query: ListQuery): number {
  return query.format && query.format !== 'json' ? DOWNLOAD_ROWS_AT_MOST : (query.limit ?? 25);
}
