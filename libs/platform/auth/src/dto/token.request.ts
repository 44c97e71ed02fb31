import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsISO8601,
  IsString,
  Length,
  Matches,
} from 'class-validator';

const SCOPE = /^(\*|[a-z]+(-[a-z]+)*):(read|write)$/;

/** What a new API token is called and may do. */
export class CreateTokenRequest {
  /** What it is for, in the person's words. */
  @IsString() @Length(1, 100) @Matches(/\S/) name: string;
  /** `<collection>:read` or `<collection>:write`, e.g. `assessments:read`; `*:read` for every collection. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(SCOPE, { each: true, message: 'a scope looks like assessments:read, gaps:write or *:read' })
  scopes: string[];
  /** Last day (ISO date) on which it works. */
  @IsISO8601({ strict: true })
  @Length(10, 10, { message: 'expiresOn must be a day such as 2027-06-30' })
  expiresOn: string;
}
