import { Column, PrimaryColumn } from 'typeorm';

/** A row that one tenant owns. The key starts with the tenant, so that no reference can cross tenants. */
export abstract class TenantRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId: string;
  /** UUIDv7, made by the application. */
  @PrimaryColumn('uuid') id: string;
  /** Counts the changes; a writer names the version that was read. */
  @Column('int') version: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}
