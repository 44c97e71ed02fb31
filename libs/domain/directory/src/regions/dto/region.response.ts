import { ApiProperty } from '@nestjs/swagger';

/** A part of the tenant's territory. */
export class RegionResponse {
  id: string;
  version: number;
  name: string;
  @ApiProperty({ type: String, nullable: true }) code: string | null;
  /** Organizations in it. */
  organizationCount: number;
  /** What the caller may do. */
  allowed: string[];

  static from(row: RegionView, allowed: string[]): RegionResponse {
    return { ...row, allowed };
  }
}

/** A region as the list query reads it. */
export type RegionView = Omit<RegionResponse, 'allowed'>;

/** One page of regions. */
export class RegionListResponse {
  items: RegionResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
