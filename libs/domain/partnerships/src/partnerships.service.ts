import { Injectable } from '@nestjs/common';
import { OrganizationLookup } from '@domain/directory';
import { Access } from '@platform/access';
import { type Actor, Invalid, NotFound, sentFields } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import type {
  AddMemberRequest,
  ChangeGoalRequest,
  ChangeMemberRequest,
  CreatePartnershipRequest,
  GoalRequest,
  UpdatePartnershipRequest,
} from './dto/partnership.request';
import { LEADING_ROLES } from './partnership-days';
import { Partnership, PartnershipGoal, PartnershipMember } from './partnership.entity';
import { AlreadyMember, DaysReversed, LeadTaken, PartnershipEnded, UnknownReference } from './partnership.errors';
import { PartnershipsQueries } from './partnerships.queries';

/** Use cases that change partnerships, their members and goals. */
@Injectable()
export class PartnershipsService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly organizations: OrganizationLookup,
    private readonly queries: PartnershipsQueries,
  ) {}

  /** Makes a partnership with its first members. @throws NotAllowed, UnknownReference, LeadTaken, AlreadyMember */
  async create(actor: Actor, request: CreatePartnershipRequest): Promise<Partnership> {
    const today = await this.queries.today(actor.tenantId);
    const { members = [], ...values } = request;
    return this.database.transaction(actor, async (tx) => {
      await this.checkRegion(tx, values.regionId);
      const partnership = await tx.rows(Partnership).insert({
        ...{ vision: '', regionId: null, status: 'active', demoKey: null },
        ...values,
      });
      this.access.authorize(actor, 'create', partnership);
      partnership.members = [];
      for (const member of members) await this.insertMember(tx, partnership, member, today);
      return partnership;
    });
  }

  /** Changes a partnership. @throws NotFound, StaleVersion, NotAllowed, UnknownReference */
  update(actor: Actor, id: string, version: number, request: UpdatePartnershipRequest): Promise<Partnership> {
    return this.database.transaction(actor, async (tx) => {
      const partnership = await tx.rows(Partnership).forChange(id, { version });
      this.access.authorize(actor, 'update', partnership);
      if (request.regionId) await this.checkRegion(tx, request.regionId);
      return tx.rows(Partnership).update(Object.assign(partnership, sentFields(request)));
    });
  }

  /** Adds an organization. @throws NotFound, NotAllowed, AlreadyMember, LeadTaken, DaysReversed */
  async addMember(actor: Actor, id: string, request: AddMemberRequest): Promise<PartnershipMember> {
    const today = await this.queries.today(actor.tenantId);
    return this.database.transaction(actor, async (tx) => {
      const partnership = await this.changeable(tx, actor, id);
      return this.insertMember(tx, partnership, request, today);
    });
  }

  /** Changes a member's role or days. @throws NotFound, StaleVersion, NotAllowed, LeadTaken, DaysReversed */
  changeMember(
    actor: Actor,
    id: string,
    memberId: string,
    version: number,
    request: ChangeMemberRequest,
  ): Promise<PartnershipMember> {
    return this.database.transaction(actor, async (tx) => {
      const partnership = await this.changeable(tx, actor, id);
      const member = partOf(id, await tx.rows(PartnershipMember).forChange(memberId, { version }));
      this.access.authorize(actor, 'update', member);
      Object.assign(member, sentFields(request));
      checkDays(member);
      checkLead(partnership, member);
      return tx.rows(PartnershipMember).update(member);
    });
  }

  /** Removes a member that was added by mistake. @throws NotFound, StaleVersion, NotAllowed */
  removeMember(actor: Actor, id: string, memberId: string, version: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      await this.changeable(tx, actor, id);
      const member = partOf(id, await tx.rows(PartnershipMember).forChange(memberId, { version }));
      this.access.authorize(actor, 'delete', member);
      await tx.rows(PartnershipMember).delete(member);
    });
  }

  /** Adds a goal at the end. @throws NotFound, NotAllowed */
  addGoal(actor: Actor, id: string, request: GoalRequest): Promise<PartnershipGoal> {
    return this.database.transaction(actor, async (tx) => {
      await this.changeable(tx, actor, id);
      const goals = await tx.rows(PartnershipGoal).find({ partnershipId: id });
      if (goals.length >= 50) throw Invalid.field('title', 'at-most', 'A partnership has at most 50 goals.');
      const position = Math.max(-1, ...goals.map((goal) => goal.position)) + 1;
      return tx
        .rows(PartnershipGoal)
        .insert({ ...{ dueOn: null, status: 'open' }, ...request, partnershipId: id, position });
    });
  }

  /** Changes a goal. @throws NotFound, StaleVersion, NotAllowed */
  changeGoal(
    actor: Actor,
    id: string,
    goalId: string,
    version: number,
    request: ChangeGoalRequest,
  ): Promise<PartnershipGoal> {
    return this.database.transaction(actor, async (tx) => {
      await this.changeable(tx, actor, id);
      const goal = partOf(id, await tx.rows(PartnershipGoal).forChange(goalId, { version }));
      this.access.authorize(actor, 'update', goal);
      return tx.rows(PartnershipGoal).update(Object.assign(goal, sentFields(request)));
    });
  }

  /** Removes a goal. @throws NotFound, StaleVersion, NotAllowed */
  removeGoal(actor: Actor, id: string, goalId: string, version: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      await this.changeable(tx, actor, id);
      const goal = partOf(id, await tx.rows(PartnershipGoal).forChange(goalId, { version }));
      this.access.authorize(actor, 'delete', goal);
      await tx.rows(PartnershipGoal).delete(goal);
    });
  }

  /** Locks a partnership whose parts are to change: members and goals change one after another. */
  private async changeable(tx: Tx, actor: Actor, id: string): Promise<Partnership> {
    const partnership = await tx.rows(Partnership).forChange(id, { relations: ['members'] });
    this.access.authorize(actor, 'update', partnership);
    if (partnership.status === 'ended') throw new PartnershipEnded();
    return partnership;
  }

  private async insertMember(
    tx: Tx,
    partnership: Partnership,
    request: AddMemberRequest,
    today: string,
  ): Promise<PartnershipMember> {
    const member = { startsOn: today, endsOn: null, ...request, partnershipId: partnership.id };
    if (!(await this.organizations.exists(tx, request.organizationId)))
      throw new UnknownReference('organizationId', 'organization');
    if (partnership.members.some((other) => other.organizationId === request.organizationId)) throw new AlreadyMember();
    checkDays(member);
    checkLead(partnership, member);
    const row = await tx.rows(PartnershipMember).insert(member);
    partnership.members.push(row);
    return row;
  }

  private async checkRegion(tx: Tx, regionId: string | undefined): Promise<void> {
    if (!regionId) return;
    const names = await this.organizations.regionNames(tx, [regionId]);
    if (names.size === 0) throw new UnknownReference('regionId', 'region');
  }
}

/** A part of another partnership is not found at this address. */
function partOf<T extends { partnershipId: string }>(partnershipId: string, part: T): T {
  if (part.partnershipId !== partnershipId) throw new NotFound();
  return part;
}

function checkDays(member: { startsOn: string; endsOn: string | null }): void {
  if (member.endsOn !== null && member.endsOn < member.startsOn) throw new DaysReversed();
}

/** One organization leads or intermediates at a time. */
function checkLead(partnership: Partnership, member: Partial<PartnershipMember>): void {
  if (!LEADING_ROLES.includes(member.role!)) return;
  const overlaps = (other: PartnershipMember) =>
    (other.endsOn === null || other.endsOn >= member.startsOn!) && (!member.endsOn || other.startsOn <= member.endsOn);
  const taken = partnership.members.some(
    (other) => other.id !== member.id && LEADING_ROLES.includes(other.role) && overlaps(other),
  );
  if (taken) throw new LeadTaken();
}
