import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { ListQuery } from '@platform/http';
import { Clearable, Optional, Trimmed } from '../../dto/fields';

/** A new region. */
export class CreateRegionRequest {
  /** Its name, unlike any other of the tenant. */
  @Trimmed() @IsString() @Length(1, 120) name: string;
  /** A short code, unlike any other of the tenant. */
  @Clearable() @IsString() @Length(1, 40) code?: string | null;
}

/** A change of a region; what is left out stays. */
export class UpdateRegionRequest {
  @Optional() @Trimmed() @IsString() @Length(1, 120) name?: string;
  /** Null clears it. */
  @Clearable() @IsString() @Length(1, 40) code?: string | null;
}

/** Filters of the list of regions. */
export class RegionListQuery extends ListQuery {
  /** Part of the name or code. */
  @IsOptional() @Trimmed() @IsString() @MaxLength(120) q?: string;
}
