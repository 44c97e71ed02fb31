import { ApiProperty } from '@nestjs/swagger';
import type { ShownChange } from '../audit-changes';
import type { AuditEvent } from '../audit-event.entity';

/** One field that was changed. */
export class AuditChangeResponse {
  field: string;
  /** The value before; null when there was none. */
  @ApiProperty({ type: Object, nullable: true }) before: unknown;
  /** The value after; null when there is none. */
  @ApiProperty({ type: Object, nullable: true }) after: unknown;
  /** The value was personal and was deleted with the person. */
  deleted: boolean;
}

/** One row that was changed. */
export class AuditEventResponse {
  id: string;
  at: Date;
  /** The use case: an operationId of the API or the name of a job. */
  operation: string;
  @ApiProperty({ enum: ['person', 'system', 'link'] }) actorKind: AuditEvent['actorKind'];
  personId: string | null;
  accountId: string | null;
  via: string;
  requestId: string | null;
  recordKind: string;
  recordId: string;
  @ApiProperty({ enum: ['insert', 'update', 'delete'] }) changeKind: AuditEvent['changeKind'];
  /** What changed must not be shown yet: it belongs to a round that is still open. */
  concealed: boolean;
  changes: AuditChangeResponse[];

  /** The event with its changes in clear, or without them when they are concealed. */
  static from(event: AuditEvent, changes: ShownChange[] | null): AuditEventResponse {
    const { id, createdAt, operation, actorKind, personId, accountId, via, requestId } = event;
    const { recordKind, recordId, changeKind } = event;
    const who = { id, at: createdAt, operation, actorKind, personId, accountId, via, requestId };
    const what = { recordKind, recordId, changeKind, concealed: changes === null, changes: changes ?? [] };
    return Object.assign(new AuditEventResponse(), who, what);
  }
}

/** A page of the audit log. */
export class AuditEventPage {
  items: AuditEventResponse[];
  nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
