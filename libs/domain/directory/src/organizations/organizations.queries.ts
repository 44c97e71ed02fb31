import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, NotFound } from '@platform/context';
import { Database, type ReadQuery, type Tx } from '@platform/database';
import { mapPage, type Page, type PageSpec, readPage } from '@platform/http';
import { Organization } from '../organization.entity';
import type { OrganizationListQuery } from './dto/organization.request';
import { OrganizationResponse, type OrganizationView } from './dto/organization.response';

const OWN =
  'id version name kind status parentId regionId street city state zip countyFips phone website updatedAt demoKey'.split(
    ' ',
  );
const REGION_NAME = 'select r.name from region r where r.tenant_id = o.tenant_id and r.id = o.region_id';
const PARENT_NAME = 'select p.name from organization p where p.tenant_id = o.tenant_id and p.id = o.parent_id';
const EXTERNAL_IDS = `select coalesce(json_agg(json_build_object('scheme', e.scheme, 'value', e.value) order by e.scheme, e.value), '[]')
  from organization_external_id e where e.tenant_id = o.tenant_id and e.organization_id = o.id`;
const HAS_ID = `exists (select 1 from organization_external_id e where e.tenant_id = o.tenant_id and e.organization_id = o.id
  and e.value = :idValue and (:idScheme::text is null or e.scheme = :idScheme))`;

/** How alike a word of the name must be to what was typed, when nothing matches exactly (0 to 1). */
const FORGIVEN = 0.45;

const SORT: PageSpec<OrganizationView> = {
  sort: {
    name: { by: 'o.name', of: (row) => row.name },
    kind: { by: 'o.kind', of: (row) => row.kind },
    city: { by: 'o.city', of: (row) => row.city, nullable: true },
    updatedAt: { by: 'o.updatedAt', of: (row) => row.updatedAt },
  },
  defaultSort: 'name',
  idColumn: 'o.id',
  idOf: (row) => row.id,
  raw: true,
};

/** Text for LIKE in which % and _ mean themselves. */
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Reads organizations for screens: columns by name, no entity graphs. */
@Injectable()
export class OrganizationsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** One page of the organizations that the actor may see. */
  list(actor: Actor, list: OrganizationListQuery): Promise<Page<OrganizationResponse>> {
    return this.database.read(actor, async (tx) => {
      const exact = await readPage(tx, this.matching(tx, list), list, SORT);
      const forgive = list.q && exact.total === 0 && (await this.isCheapToSearch(tx, list));
      const page = forgive ? await readPage(tx, this.matching(tx, list, true), list, SORT) : exact;
      return mapPage(page, (row) => this.respond(actor, row));
    });
  }

  /** Comparing names by similarity reads each of them: only lists whose total is known exactly are short enough. */
  private async isCheapToSearch(tx: Tx, list: OrganizationListQuery): Promise<boolean> {
    const all = await readPage(tx, this.matching(tx, { ...list, q: undefined }), { limit: 1 }, SORT);
    return all.totalIsExact;
  }

  /** One organization. @throws NotFound */
  one(actor: Actor, id: string): Promise<OrganizationResponse> {
    return this.database.read(actor, (tx) => this.oneIn(tx, id));
  }

  /** One organization as the actor of a transaction under way sees it. @throws NotFound */
  async oneIn(tx: Tx, id: string): Promise<OrganizationResponse> {
    const row = await this.view(tx).where('o.id = :id', { id }).getRawOne<OrganizationView>();
    if (!row) throw new NotFound('organization');
    return this.respond(tx.actor, row);
  }

  private view(tx: Tx): ReadQuery<Organization> {
    const query = tx.readable(Organization, 'o').select([]);
    OWN.forEach((name) => query.addSelect(`o.${name}`, name));
    query.addSelect(`(${REGION_NAME})`, 'regionName').addSelect(`(${PARENT_NAME})`, 'parentName');
    return query.addSelect(`(${EXTERNAL_IDS})`, 'externalIds');
  }

  private matching(tx: Tx, list: OrganizationListQuery, forgiving = false): ReadQuery<Organization> {
    const query = this.view(tx);
    if (list.q && forgiving) query.where('word_similarity(:q, o.name) >= :alike', { q: list.q, alike: FORGIVEN });
    else if (list.q)
      query.where('o.name ilike all(:words)', { words: list.q.split(/\s+/).map((word) => `%${literal(word)}%`) });
    if (list.kind) query.where('o.kind = any(:kinds)', { kinds: list.kind.split(',').map((kind) => kind.trim()) });
    for (const name of ['regionId', 'status', 'state'] as const)
      if (list[name]) query.where(`o.${name} = :${name}`, { [name]: list[name] });
    if (list.parentId === 'none') query.where('o.parentId is null');
    else if (list.parentId) query.where('o.parentId = :parentId', { parentId: list.parentId });
    if (list.externalId) query.where(HAS_ID, wantedId(list.externalId));
    return query;
  }

  private respond(actor: Actor, row: OrganizationView): OrganizationResponse {
    const record = Object.assign(new Organization(), row);
    const move = row.status === 'active' ? 'close' : 'reopen';
    return OrganizationResponse.from(row, this.access.allowed(actor, record, ['update', 'arrange', move, 'delete']));
  }
}

function wantedId(text: string): { idScheme: string | null; idValue: string } {
  const colon = text.indexOf(':');
  return { idScheme: colon > 0 ? text.slice(0, colon) : null, idValue: text.slice(colon + 1).trim() };
}
