import { Column, Entity } from 'typeorm';
import type { GrantScope } from '@platform/context';
import { TenantRow } from '@platform/database';
import type { Role } from './role';

/** An invitation by mail straight into a role. Accepting it gives the access grant. */
@Entity('invitation')
export class Invitation extends TenantRow {
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  @Column('text') role: Role;
  @Column('text') scope: GrantScope;
  @Column('uuid', { name: 'scope_id', nullable: true }) scopeId: string | null;
  @Column('text', { nullable: true }) title: string | null;
  @Column('date', { name: 'access_ends_on', nullable: true }) accessEndsOn: string | null;
  @Column('text') status: 'open' | 'accepted' | 'revoked';
  @Column('uuid', { name: 'invited_by', nullable: true }) invitedBy: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt: Date | null;
}
