import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Which mails of the demo to show. */
export class DemoMailQuery {
  /** Only mails to this address. */
  @IsOptional() @IsString() @MaxLength(254) to?: string;
  /** Items on one page, 1 to 200. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
  /** `nextCursor` of the page before. */
  @IsOptional() @IsString() @MaxLength(100) cursor?: string;
}
