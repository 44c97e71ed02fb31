import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, NotFound } from '@platform/context';
import { Database, type ReadQuery, type Tx } from '@platform/database';
import { mapPage, type Page, type PageSpec, readPage } from '@platform/http';
import { AccessGrant } from '../access-grant.entity';
import { tenantToday } from '../tenant-today';
import type { AccessGrantListQuery } from './dto/access-grant.request';
import { AccessGrantResponse, type AccessGrantView } from './dto/access-grant.response';
import { ScopeNodes } from './scope-nodes';

const OWN = ['id', 'version', 'personId', 'role', 'scope', 'scopeId', 'startsOn', 'endsOn', 'endedAt', 'reason'];
const nameOf = (column: string) =>
  `(select p.display_name from person p where p.tenant_id = g.tenant_id and p.id = g.${column})`;
const ENDED = 'g.ended_at is not null or g.ends_on < :today';
const STATUS = `case when ${ENDED} then 'ended' when g.starts_on > :today then 'future' else 'current' end`;
const HOLDS = 'g.ended_at is null and g.starts_on <= :today and (g.ends_on is null or g.ends_on >= :today)';

const SORT: PageSpec<AccessGrantView> = {
  sort: {
    startsOn: { by: 'g.startsOn', of: (row) => row.startsOn },
    endsOn: { by: 'g.endsOn', of: (row) => row.endsOn, nullable: true },
    role: { by: 'g.role', of: (row) => row.role },
  },
  defaultSort: '-startsOn',
  idColumn: 'g.id',
  idOf: (row) => row.id,
  raw: true,
};

/** Reads access grants for screens. */
@Injectable()
export class AccessGrantsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly nodes: ScopeNodes,
  ) {}

  /** One page of the access grants that the actor may see. */
  list(actor: Actor, list: AccessGrantListQuery): Promise<Page<AccessGrantResponse>> {
    return this.database.read(actor, async (tx) => {
      const query = await this.view(tx);
      for (const name of ['personId', 'role', 'scope', 'scopeId'] as const)
        if (list[name]) query.where(`g.${name} = :${name}`, { [name]: list[name] });
      if (list.organizationId)
        query.where(`g.scope = 'organization' and g.scopeId = :organizationId`, {
          organizationId: list.organizationId,
        });
      if (list.current !== undefined) query.where(list.current ? HOLDS : `not (${HOLDS})`);
      const page = await readPage(tx, query, list, SORT);
      const names = await this.nodes.names(tx, page.items);
      return mapPage(page, (row) => this.respond(actor, row, names));
    });
  }

  /** One access grant. @throws NotFound */
  one(actor: Actor, id: string): Promise<AccessGrantResponse> {
    return this.database.read(actor, (tx) => this.oneIn(tx, id));
  }

  /** One access grant as the actor of a transaction under way sees it. @throws NotFound */
  async oneIn(tx: Tx, id: string): Promise<AccessGrantResponse> {
    const query = await this.view(tx);
    const row = await query.where('g.id = :id', { id }).getRawOne<AccessGrantView>();
    if (!row) throw new NotFound('access grant');
    return this.respond(tx.actor, row, await this.nodes.names(tx, [row]));
  }

  private async view(tx: Tx): Promise<ReadQuery<AccessGrant>> {
    const query = tx.readable(AccessGrant, 'g').select([]);
    OWN.forEach((name) => query.addSelect(`g.${name}`, name));
    query.addSelect(nameOf('person_id'), 'personName').addSelect(nameOf('granted_by'), 'grantedByName');
    query.addSelect(STATUS, 'status').setParameters({ today: await tenantToday(tx) });
    return query;
  }

  private respond(actor: Actor, row: AccessGrantView, names: Map<string, string>): AccessGrantResponse {
    const actions = row.status === 'ended' ? [] : ['update', 'end'];
    const allowed = this.access.allowed(actor, Object.assign(new AccessGrant(), row), actions);
    return AccessGrantResponse.from(row, names.get(row.scopeId ?? '') ?? null, allowed);
  }
}
