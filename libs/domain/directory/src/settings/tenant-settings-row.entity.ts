import { Column, Entity } from 'typeorm';
import { TenantRow } from '@platform/database';

/** The settings that a tenant has changed; what is not here has its default. One row for each tenant. */
@Entity('tenant_settings')
export class TenantSettingsRow extends TenantRow {
  @Column('jsonb') values: Record<string, unknown>;
}
