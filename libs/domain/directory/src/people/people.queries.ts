import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, NotFound } from '@platform/context';
import { Database, type ReadQuery, type Tx } from '@platform/database';
import { mapPage, type Page, type PageSpec, readPage } from '@platform/http';
import { Membership, Person } from '../person.entity';
import { STAFF_ROLES } from '../role';
import { tenantToday } from '../tenant-today';
import type { PersonListQuery } from './dto/person.request';
import { PersonResponse, type PersonView } from './dto/person.response';

const OWN = ['id', 'version', 'displayName', 'email', 'phone', 'status', 'accountId', 'demoKey'];
const on = (alias: string) =>
  `${alias}.starts_on <= :today and (${alias}.ends_on is null or ${alias}.ends_on >= :today)`;
const MEMBER = `m.tenant_id = p.tenant_id and m.person_id = p.id and ${on('m')}`;
const GRANTED = `g.tenant_id = p.tenant_id and g.person_id = p.id and g.ended_at is null and ${on('g')}`;
const ORGANIZATIONS = `(select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'title', m.title) order by o.name), '[]')
  from membership m join organization o on o.tenant_id = m.tenant_id and o.id = m.organization_id where ${MEMBER})`;
const ROLES_HELD = `array(select distinct g.role from access_grant g where ${GRANTED} order by 1)`;

const SORT: PageSpec<PersonView> = {
  sort: {
    displayName: { by: 'p.displayName', of: (row) => row.displayName },
    email: { by: 'p.email', of: (row) => row.email },
    status: { by: 'p.status', of: (row) => row.status },
  },
  defaultSort: 'displayName',
  idColumn: 'p.id',
  idOf: (row) => row.id,
  raw: true,
};

/** Reads people for screens. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** One page of the people whom the actor may see. */
  list(actor: Actor, list: PersonListQuery): Promise<Page<PersonResponse>> {
    return this.database.read(actor, async (tx) => {
      const page = await readPage(tx, matching(await this.view(tx), list), list, SORT);
      return mapPage(page, (row) => this.respond(actor, row));
    });
  }

  /** One person. @throws NotFound */
  one(actor: Actor, id: string): Promise<PersonResponse> {
    return this.database.read(actor, (tx) => this.oneIn(tx, id));
  }

  /** One person as the actor of a transaction under way sees them. @throws NotFound */
  async oneIn(tx: Tx, id: string): Promise<PersonResponse> {
    const row = await (await this.view(tx)).where('p.id = :id', { id }).getRawOne<PersonView>();
    if (!row) throw new NotFound('person');
    return this.respond(tx.actor, row);
  }

  private async view(tx: Tx): Promise<ReadQuery<Person>> {
    const query = tx.readable(Person, 'p').select([]);
    OWN.forEach((name) => query.addSelect(`p.${name}`, name));
    query.addSelect(ORGANIZATIONS, 'organizations').addSelect(ROLES_HELD, 'roles');
    query.setParameters({ today: await tenantToday(tx) });
    return query;
  }

  private respond(actor: Actor, row: PersonView): PersonResponse {
    const memberships = row.organizations.map(({ id }) => Object.assign(new Membership(), { organizationId: id }));
    const record = Object.assign(new Person(), row, { memberships });
    const move = row.status === 'deactivated' ? 'reactivate' : 'deactivate';
    // members of a partnership see each other without staff phones (domain roles, condition 1)
    const phone = actor.is(...STAFF_ROLES) || row.id === actor.personId ? row.phone : null;
    return PersonResponse.from({ ...row, phone }, this.access.allowed(actor, record, ['update', move]));
  }
}

function matching(query: ReadQuery<Person>, list: PersonListQuery): ReadQuery<Person> {
  if (list.q) query.where(`strpos(lower(p.display_name || chr(10) || p.email), lower(:q)) > 0`, { q: list.q });
  if (list.status) query.where('p.status = :status', { status: list.status });
  if (list.organizationId)
    query.where(`exists (select 1 from membership m where ${MEMBER} and m.organization_id = :organizationId)`, {
      organizationId: list.organizationId,
    });
  if (list.role || list.scope || list.scopeId)
    query.where(
      `exists (select 1 from access_grant g where ${GRANTED} and g.role = coalesce(:role, g.role)
         and g.scope = coalesce(:scope, g.scope) and (:scopeId::uuid is null or g.scope_id = :scopeId))`,
      { role: list.role ?? null, scope: list.scope ?? null, scopeId: list.scopeId ?? null },
    );
  return query;
}
