import { Injectable } from '@nestjs/common';
import { type Actor, ALL } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { ScopeNodes } from '../access-grants/scope-nodes';
import { PartnershipReach } from '../directory-actors';
import { Person } from '../person.entity';
import { FIRST_SCREEN_ORDER, type Role } from '../role';
import { Settings } from '../settings/settings';
import { tenantToday } from '../tenant-today';
import { Tenants } from '../tenants';
import type { MeGrantResponse, MePlaceResponse, TenantMeResponse } from './dto/tenant-me.response';

const PLACES = `select o.id, o.name from organization o where o.tenant_id = $1 and (o.id = any($4) or o.id in (
  select m.organization_id from membership m where m.tenant_id = $1 and m.person_id = $2
    and m.starts_on <= $3 and (m.ends_on is null or m.ends_on >= $3))) order by o.name, o.id`;

const byName = (left: MePlaceResponse, right: MePlaceResponse): number => left.name.localeCompare(right.name);

/** Tells the pages of a tenant who is using them. */
@Injectable()
export class TenantMeQueries {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly nodes: ScopeNodes,
    private readonly partnerships: PartnershipReach,
  ) {}

  /** Person, roles, places and settings of the actor. */
  async get(actor: Actor): Promise<TenantMeResponse> {
    const { slug, name, demo } = await this.tenants.byId(actor.tenantId);
    return this.database.read(actor, async (tx) => {
      const { id, displayName, email } = await tx.rows(Person).get(actor.personId!);
      const roles = FIRST_SCREEN_ORDER.filter((role) => actor.is(role));
      const settings = await Settings.of(tx);
      return {
        tenant: { slug, name, demo },
        person: { id, displayName, email },
        ...{ roles, firstScreenRole: roles[0] },
        grants: await this.grants(tx, actor),
        organizations: await this.organizations(tx, actor),
        partnerships: await this.reachedPartnerships(tx, actor),
        settings: pick(settings),
      };
    });
  }

  private async grants(tx: Tx, { grants }: Actor): Promise<MeGrantResponse[]> {
    const names = await this.nodes.names(tx, [...grants]);
    return grants.map(({ role, scope, scopeId }) => ({
      ...{ role: role as Role, scope, scopeId },
      scopeName: names.get(scopeId ?? '') ?? null,
    }));
  }

  private async organizations(tx: Tx, { personId, grants }: Actor): Promise<MePlaceResponse[]> {
    const held = grants.flatMap(({ scope, scopeId }) => (scope === 'organization' && scopeId ? [scopeId] : []));
    return tx.query<MePlaceResponse>(PLACES, [tx.tenantId, personId, await tenantToday(tx), held]);
  }

  private async reachedPartnerships(tx: Tx, actor: Actor): Promise<MePlaceResponse[]> {
    const reach = actor.partnershipsAs();
    if (reach === ALL) return [];
    const names = await this.partnerships.names(tx, [...(reach as readonly string[])]);
    return [...names].map(([id, name]) => ({ id, name })).sort(byName);
  }
}

function pick(settings: Awaited<ReturnType<typeof Settings.of>>): TenantMeResponse['settings'] {
  const { primaryColor, timeZone, fiscalYearStartMonth, smallCellLimit } = settings;
  const { termPartnership, termRegion, termDistrict, termCollege, termQuarter } = settings;
  return {
    ...{ primaryColor, timeZone, fiscalYearStartMonth, smallCellLimit },
    ...{ termPartnership, termRegion, termDistrict, termCollege, termQuarter },
  };
}
