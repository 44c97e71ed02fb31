import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, Conflict, NotFound, sentFields } from '@platform/context';
import { Database, type ReadQuery, type Tx } from '@platform/database';
import { mapPage, type Page, readPage } from '@platform/http';
import { Region } from '../region.entity';
import type { CreateRegionRequest, RegionListQuery, UpdateRegionRequest } from './dto/region.request';
import { RegionResponse, type RegionView } from './dto/region.response';

const COUNT = 'select count(*) from organization o where o.tenant_id = r.tenant_id and o.region_id = r.id';

/** 409: another region has this name or code. */
class RegionExists extends Conflict {
  constructor() {
    super('directory.region-exists', 'There is already a region with this name or code: use another.');
  }
}

/** 409: organizations or partnerships lie in it. */
class RegionInUse extends Conflict {
  constructor() {
    super(
      'directory.region-in-use',
      'Organizations, partnerships or access grants belong to this region: move them first.',
    );
  }
}

const IN_USE = `select 1 from organization where tenant_id = $1 and region_id = $2
  union all select 1 from access_grant where tenant_id = $1 and scope = 'region' and scope_id = $2 limit 1`;

/** Runs a write and turns what the database refuses into an error with a name of its own. */
async function refusing<T>(code: string, error: Error, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    throw (cause as { code?: string }).code === code ? error : cause;
  }
}

/** The parts of a tenant's territory. */
@Injectable()
export class RegionsService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** One page of the regions. */
  list(actor: Actor, list: RegionListQuery): Promise<Page<RegionResponse>> {
    return this.database.read(actor, async (tx) => {
      const query = this.view(tx);
      if (list.q) query.where('strpos(lower(concat(r.name, chr(10), r.code)), lower(:q)) > 0', { q: list.q });
      const page = await readPage<RegionView, Region>(tx, query, list, {
        sort: {
          name: { by: 'r.name', of: (row) => row.name },
          code: { by: 'r.code', of: (row) => row.code, nullable: true },
        },
        defaultSort: 'name',
        idColumn: 'r.id',
        idOf: (row) => row.id,
        raw: true,
      });
      return mapPage(page, (row) => this.respond(actor, row));
    });
  }

  /** One region. @throws NotFound */
  one(actor: Actor, id: string): Promise<RegionResponse> {
    return this.database.read(actor, (tx) => this.oneIn(tx, id));
  }

  /** Adds a region. @throws NotAllowed, RegionExists */
  create(actor: Actor, request: CreateRegionRequest): Promise<RegionResponse> {
    return this.database.transaction(actor, async (tx) => {
      this.access.authorize(actor, 'create', Object.assign(new Region(), request));
      const region = await refusing('23505', new RegionExists(), () =>
        tx.rows(Region).insert({ code: null, ...request }),
      );
      return this.oneIn(tx, region.id);
    });
  }

  /** Changes a region. @throws NotFound, StaleVersion, NotAllowed, RegionExists */
  update(actor: Actor, id: string, version: number, request: UpdateRegionRequest): Promise<RegionResponse> {
    return this.database.transaction(actor, async (tx) => {
      const region = await tx.rows(Region).forChange(id, { version });
      this.access.authorize(actor, 'update', region);
      Object.assign(region, sentFields(request));
      await refusing('23505', new RegionExists(), () => tx.rows(Region).update(region));
      return this.oneIn(tx, id);
    });
  }

  /** Deletes a region in which nothing lies. @throws NotFound, StaleVersion, NotAllowed, RegionInUse */
  delete(actor: Actor, id: string, version: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const region = await tx.rows(Region).forChange(id, { version });
      this.access.authorize(actor, 'delete', region);
      if ((await tx.query(IN_USE, [tx.tenantId, id])).length > 0) throw new RegionInUse();
      await refusing('23503', new RegionInUse(), () => tx.rows(Region).delete(region));
    });
  }

  private view(tx: Tx): ReadQuery<Region> {
    const query = tx.readable(Region, 'r').select([]);
    ['id', 'version', 'name', 'code'].forEach((name) => query.addSelect(`r.${name}`, name));
    return query.addSelect(`(${COUNT})`, 'organizationCount');
  }

  private async oneIn(tx: Tx, id: string): Promise<RegionResponse> {
    const row = await this.view(tx).where('r.id = :id', { id }).getRawOne<RegionView>();
    if (!row) throw new NotFound('region');
    return this.respond(tx.actor, row);
  }

  private respond(actor: Actor, row: RegionView): RegionResponse {
    return RegionResponse.from(row, this.access.allowed(actor, Object.assign(new Region(), row), ['update', 'delete']));
  }
}
