import { IsIn, IsOptional, IsUUID } from 'class-validator';

/** Which partnerships the heat map shows. */
export class HeatMapQuery {
  @IsOptional() @IsIn(['state', 'local']) level?: 'state' | 'local';
  @IsOptional() @IsUUID() regionId?: string;
  /** Version of the instrument; the one with the latest lock where left out. */
  @IsOptional() @IsUUID() instrumentId?: string;
}
