import { ApiProperty } from '@nestjs/swagger';
import type { Tenant } from '../../tenant';

/** A tenant, as its platform administrators see it: nothing of its records. */
export class TenantResponse {
  id: string;
  version: number;
  /** Its name in addresses. */
  slug: string;
  name: string;
  timeZone: string;
  @ApiProperty({ enum: ['active', 'suspended'] }) status: Tenant['status'];
  /** Whether it is a demo tenant. */
  demo: boolean;
  /** What the caller may do. */
  allowed: string[];

  static from({ id, version, slug, name, timeZone, status, demo }: Tenant): TenantResponse {
    const allowed = ['update', status === 'active' ? 'suspend' : 'resume'];
    return { id, version, slug, name, timeZone, status, demo, allowed };
  }
}

/** One page of tenants. */
export class TenantListResponse {
  items: TenantResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
