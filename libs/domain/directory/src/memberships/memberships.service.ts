import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, Conflict, Invalid, NotFound, sentFields } from '@platform/context';
import { Database, type ReadQuery, type Tx } from '@platform/database';
import { mapPage, type Page, type PageSpec, readPage } from '@platform/http';
import { Organization } from '../organization.entity';
import { Departures } from '../people/departures';
import { Membership, Person } from '../person.entity';
import { tenantToday } from '../tenant-today';
import type { CreateMembershipRequest, MembershipListQuery, UpdateMembershipRequest } from './dto/membership.request';
import { MembershipResponse, type MembershipView } from './dto/membership.response';

const OWN = ['id', 'version', 'personId', 'organizationId', 'title', 'startsOn', 'endsOn'];
const PERSON = '(select p.display_name from person p where p.tenant_id = m.tenant_id and p.id = m.person_id)';
const ORGANIZATION = '(select o.name from organization o where o.tenant_id = m.tenant_id and o.id = m.organization_id)';
const TODAY = 'm.starts_on <= :today and (m.ends_on is null or m.ends_on >= :today)';

const SORT: PageSpec<MembershipView> = {
  sort: {
    startsOn: { by: 'm.startsOn', of: (row) => row.startsOn },
    endsOn: { by: 'm.endsOn', of: (row) => row.endsOn, nullable: true },
  },
  defaultSort: '-startsOn',
  idColumn: 'm.id',
  idOf: (row) => row.id,
  raw: true,
};

/** 409: the person works there already in these days. */
export class MembershipExists extends Conflict {
  constructor() {
    super('directory.membership-exists', 'This person already belongs to this organization in these days.');
  }
}

/** Who works for which organization, and since when. */
@Injectable()
export class MembershipsService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly departures: Departures,
  ) {}

  /** One page of the memberships that the actor may see. */
  list(actor: Actor, list: MembershipListQuery): Promise<Page<MembershipResponse>> {
    return this.database.read(actor, async (tx) => {
      const query = this.view(tx);
      if (list.personId) query.where('m.personId = :personId', { personId: list.personId });
      if (list.organizationId)
        query.where('m.organizationId = :organizationId', { organizationId: list.organizationId });
      if (list.current)
        query.where(list.current === 'true' ? TODAY : `not (${TODAY})`, { today: await tenantToday(tx) });
      return mapPage(await readPage(tx, query, list, SORT), (row) => this.respond(actor, row));
    });
  }

  /** One membership. @throws NotFound */
  one(actor: Actor, id: string): Promise<MembershipResponse> {
    return this.database.read(actor, (tx) => this.oneIn(tx, id));
  }

  /** Makes a person a member. @throws NotAllowed, MembershipExists, Invalid */
  create(actor: Actor, request: CreateMembershipRequest): Promise<MembershipResponse> {
    return this.database.transaction(actor, async (tx) => {
      this.access.authorize(actor, 'create', Object.assign(new Membership(), request));
      await tx.rows(Person).visible(request.personId).catch(notThere);
      const membership = await this.join(tx, request);
      return this.oneIn(tx, membership.id);
    });
  }

  /**
   * Writes a membership once its rules are checked; who may make it has been decided before (also by an invitation).
   * @throws MembershipExists, Invalid when the organization is missing or closed, or the days are reversed
   */
  async join(tx: Tx, request: CreateMembershipRequest): Promise<Membership> {
    const { personId, organizationId, title = null, endsOn = null } = request;
    const membership = {
      personId,
      organizationId,
      title,
      endsOn,
      startsOn: request.startsOn ?? (await tenantToday(tx)),
    };
    const [organization] = await tx.rows(Organization).find({ id: organizationId });
    if (!organization) throw Invalid.field('organizationId', 'exists', 'There is no such organization here.');
    if (organization.status === 'closed')
      throw Invalid.field('organizationId', 'active', 'This organization is closed.');
    await tx.rows(Person).lock(personId); // memberships of one person are made one after another
    await this.check(tx, membership);
    return tx.rows(Membership).insert(membership);
  }

  /** Changes title or days. @throws NotFound, StaleVersion, NotAllowed, MembershipExists, Invalid */
  update(actor: Actor, id: string, version: number, request: UpdateMembershipRequest): Promise<MembershipResponse> {
    return this.database.transaction(actor, async (tx) => {
      const membership = await tx.rows(Membership).forChange(id, { version });
      this.access.authorize(actor, 'update', membership);
      Object.assign(membership, sentFields(request));
      await this.check(tx, membership);
      await tx.rows(Membership).update(membership);
      if (request.endsOn) await this.departures.limitGrants(tx, membership, request.endsOn);
      return this.oneIn(tx, id);
    });
  }

  /** Removes a membership that was made by mistake. @throws NotFound, StaleVersion, NotAllowed */
  delete(actor: Actor, id: string, version: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const membership = await tx.rows(Membership).forChange(id, { version });
      this.access.authorize(actor, 'delete', membership);
      await tx.rows(Membership).delete(membership);
    });
  }

  private async check(tx: Tx, membership: Omit<Membership, keyof MembershipRest> & { id?: string }): Promise<void> {
    const { id, personId, organizationId, startsOn, endsOn } = membership;
    if (endsOn && endsOn < startsOn)
      throw Invalid.field('endsOn', 'not-before-start', 'The last day must not lie before the first.');
    const others = await tx.rows(Membership).find({ personId, organizationId });
    const overlaps = (other: Membership) =>
      (!other.endsOn || other.endsOn >= startsOn) && (!endsOn || other.startsOn <= endsOn);
    if (others.some((other) => other.id !== id && overlaps(other))) throw new MembershipExists();
  }

  private view(tx: Tx): ReadQuery<Membership> {
    const query = tx.readable(Membership, 'm').select([]);
    OWN.forEach((name) => query.addSelect(`m.${name}`, name));
    return query.addSelect(PERSON, 'personName').addSelect(ORGANIZATION, 'organizationName');
  }

  private async oneIn(tx: Tx, id: string): Promise<MembershipResponse> {
    const row = await this.view(tx).where('m.id = :id', { id }).getRawOne<MembershipView>();
    if (!row) throw new NotFound('membership');
    return this.respond(tx.actor, row);
  }

  private respond(actor: Actor, row: MembershipView): MembershipResponse {
    return MembershipResponse.from(
      row,
      this.access.allowed(actor, Object.assign(new Membership(), row), ['update', 'delete']),
    );
  }
}

type MembershipRest = Pick<Membership, 'id' | 'tenantId' | 'version' | 'createdAt' | 'updatedAt' | 'title' | 'person'>;

function notThere(): never {
  throw Invalid.field('personId', 'exists', 'There is no such person here.');
}
