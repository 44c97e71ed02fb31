import { Column, Entity } from 'typeorm';
import { TenantRow } from '@platform/database';

/** A part of the tenant's territory, for instance a prosperity region or a workforce area. */
@Entity('region')
export class Region extends TenantRow {
  @Column('text') name: string;
  @Column('text', { nullable: true }) code: string | null;
  @Column('text', { name: 'demo_key', nullable: true }) demoKey: string | null;
}
