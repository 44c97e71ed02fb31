import { Column, Entity } from 'typeorm';
import { TenantRow } from '@platform/database';

/** An event that one handler could not deal with after all attempts. */
@Entity('dead_letter')
export class DeadLetter extends TenantRow {
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text', { name: 'event_type' }) eventType: string;
  @Column('text') handler: string;
  /** Kind, code and place of the last error; no personal data. */
  @Column('text') error: string;
  @Column('int') attempts: number;
  @Column('timestamptz', { name: 'failed_at' }) failedAt: Date;
  /** Set while it is being tried again. */
  @Column('timestamptz', { name: 'replayed_at', nullable: true }) replayedAt: Date | null;
  /** Set when a later attempt succeeded. */
  @Column('timestamptz', { name: 'resolved_at', nullable: true }) resolvedAt: Date | null;

  /** Where it stands. */
  get state(): DeadLetterState {
    if (this.resolvedAt) return 'resolved';
    return this.replayedAt ? 'replaying' : 'failed';
  }
}

/** `failed` waits for an administrator, `replaying` is being tried again, `resolved` succeeded later. */
export type DeadLetterState = 'failed' | 'replaying' | 'resolved';
