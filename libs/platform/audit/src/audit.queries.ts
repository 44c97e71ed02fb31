import { Injectable } from '@nestjs/common';
import type { Actor } from '@platform/context';
import { Database, type ReadQuery, type Tx } from '@platform/database';
import { mapPage, type Page, type PageSpec, readPage } from '@platform/http';
import { personsNeeded, toShow } from './audit-changes';
import { AuditConcealment } from './audit-concealment';
import { AuditEvent } from './audit-event.entity';
import { AuditEventResponse } from './dto/audit-event.response';
import type { ListAuditEventsRequest } from './dto/list-audit-events.request';
import { PersonKeys } from './person-keys';

const SPEC: PageSpec<AuditEvent> = {
  sort: { at: { by: 'event.createdAt', of: (event) => event.createdAt } },
  defaultSort: '-at',
  idColumn: 'event.id',
  idOf: (event) => event.id,
};

/** The audit log as those who may read it see it. */
@Injectable()
export class AuditQueries {
  constructor(
    private readonly database: Database,
    private readonly keys: PersonKeys,
    private readonly concealment: AuditConcealment,
  ) {}

  /** A page of changes, newest first. Deleted personal values and concealed changes are not shown. */
  list(actor: Actor, list: ListAuditEventsRequest): Promise<Page<AuditEventResponse>> {
    return this.database.read(actor, async (tx) => {
      const query = tx.readable(AuditEvent, 'event');
      filter(query, list);
      return this.show(tx, await readPage(tx, query, list, SPEC));
    });
  }

  private async show(tx: Tx, page: Page<AuditEvent>): Promise<Page<AuditEventResponse>> {
    const hidden = await this.concealment.hidden(tx, page.items);
    const keys = await this.keys.forReading(
      tx,
      page.items.flatMap(({ changes }) => personsNeeded(changes)),
    );
    return mapPage(page, (event) => {
      const concealed = hidden.has(`${event.recordKind} ${event.recordId}`);
      return AuditEventResponse.from(event, concealed ? null : toShow(event.changes, keys));
    });
  }
}

function filter(query: ReadQuery<AuditEvent>, list: ListAuditEventsRequest): void {
  const { recordKind, recordId, personId, operation, changeKind, from, to } = list;
  const equal = { recordKind, recordId, personId, operation, changeKind };
  Object.entries(equal).forEach(([name, value]) => {
    if (value !== undefined) query.where(`event.${name} = :${name}`, { [name]: value });
  });
  if (from) query.where('event.createdAt >= :from', { from });
  if (to) query.where('event.createdAt < :to', { to });
}
