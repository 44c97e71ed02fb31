import { Injectable } from '@nestjs/common';
import { OrganizationLookup, Tenants } from '@domain/directory';
import { Access } from '@platform/access';
import { Clock } from '@platform/clock';
import type { Actor } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { type Page, readPage } from '@platform/http';
import type { PartnershipListQuery } from './dto/partnership.request';
import { type PartnershipListItem, PartnershipResponse } from './dto/partnership.response';
import { isMemberOn } from './partnership-days';
import { Partnership } from './partnership.entity';
import { systemCoverage } from './system-coverage';

const COUNT_MEMBERS = `(select count(*) from partnership_member m where m.tenant_id = p.tenant_id and m.partnership_id = p.id
  and m.starts_on <= :today and (m.ends_on is null or m.ends_on >= :today))`;
const REGION_NAME = '(select r.name from region r where r.tenant_id = p.tenant_id and r.id = p.region_id)';

/** What other modules show of a partnership. */
export interface PartnershipCard {
  id: string;
  name: string;
  level: Partnership['level'];
}

/** Reads partnerships, for screens and for other modules. */
@Injectable()
export class PartnershipsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly organizations: OrganizationLookup,
    private readonly tenants: Tenants,
    private readonly clock: Clock,
  ) {}

  /** One page of the partnerships that the actor may see. */
  async list(actor: Actor, list: PartnershipListQuery): Promise<Page<PartnershipListItem>> {
    const today = await this.today(actor.tenantId);
    return this.database.read(actor, (tx) => {
      const query = tx
        .readable(Partnership, 'p')
        .select(['p.id as id', 'p.version as version', 'p.name as name', 'p.level as level', 'p.status as status'])
        .addSelect('p.region_id', 'regionId')
        .addSelect(REGION_NAME, 'regionName')
        .addSelect(COUNT_MEMBERS, 'memberCount')
        .setParameters({ today });
      if (list.q) query.where('p.name ilike :q', { q: `%${list.q.replace(/[\\%_]/g, '\\$&')}%` });
      if (list.level) query.where('p.level = :level', { level: list.level });
      if (list.status) query.where('p.status = :status', { status: list.status });
      if (list.regionId) query.where('p.regionId = :regionId', { regionId: list.regionId });
      if (list.organizationId)
        query.where(
          `exists (select 1 from partnership_member o where o.tenant_id = p.tenant_id and o.partnership_id = p.id
             and o.organization_id = :organizationId)`,
          { organizationId: list.organizationId },
        );
      return readPage<PartnershipListItem, Partnership>(tx, query, list, {
        sort: {
          name: { by: 'p.name', of: (row) => row.name },
          level: { by: 'p.level', of: (row) => row.level },
          status: { by: 'p.status', of: (row) => row.status },
        },
        defaultSort: 'name',
        idColumn: 'p.id',
        idOf: (row) => row.id,
        raw: true,
      });
    });
  }

  /** One partnership. @throws NotFound */
  async one(actor: Actor, id: string): Promise<PartnershipResponse> {
    const today = await this.today(actor.tenantId);
    return this.database.read(actor, async (tx) => {
      const partnership = await tx.rows(Partnership).visible(id, { relations: ['members', 'goals'] });
      const cards = await this.organizations.cards(
        tx,
        partnership.members.map((member) => member.organizationId),
      );
      const regions = await this.organizations.regionNames(tx, partnership.regionId ? [partnership.regionId] : []);
      const present = partnership.members.filter((member) => isMemberOn(member, today));
      return PartnershipResponse.from(partnership, {
        cards,
        regionName: regions.get(partnership.regionId ?? '') ?? null,
        systems: systemCoverage(
          partnership.level,
          present.flatMap((member) => cards.get(member.organizationId) ?? []),
        ),
        allowed: this.access.allowed(actor, partnership, ['update']),
      });
    });
  }

  /** Names by id, for other modules; unknown ids are left out. */
  async cards(tx: Tx, ids: string[]): Promise<Map<string, PartnershipCard>> {
    const rows = ids.length > 0 ? await tx.rows(Partnership).find({ id: [...new Set(ids)] }) : [];
    return new Map(rows.map(({ id, name, level }) => [id, { id, name, level }]));
  }

  /** Organizations that are members of a partnership on a day (ISO date). */
  async memberOrganizationIds(tx: Tx, partnershipId: string, day: string): Promise<string[]> {
    const partnership = await tx.rows(Partnership).get(partnershipId, ['members']);
    return partnership.members.filter((member) => isMemberOn(member, day)).map((member) => member.organizationId);
  }

  /** Today in the tenant's zone (ISO date). */
  async today(tenantId: string): Promise<string> {
    return this.clock.today((await this.tenants.byId(tenantId)).timeZone);
  }
}
