import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, Invalid, sentFields } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { AccessGrant } from '../access-grant.entity';
import { Person } from '../person.entity';
import { tenantToday } from '../tenant-today';
import { GrantEnded, GrantExists, GrantRefused, OwnGrant } from './access-grant.errors';
import { AccessGrantsQueries } from './access-grants.queries';
import { keepAnAdministrator, lockAdministrators } from './administrators';
import type { CreateAccessGrantRequest, UpdateAccessGrantRequest } from './dto/access-grant.request';
import type { AccessGrantResponse } from './dto/access-grant.response';
import { faultsOfGrant, type WantedGrant } from './grant-rules';
import { ScopeNodes } from './scope-nodes';

/** Use cases that give and take access. */
@Injectable()
export class AccessGrantsService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly nodes: ScopeNodes,
    private readonly queries: AccessGrantsQueries,
  ) {}

  /** Gives a role to somebody else. @throws NotAllowed, OwnGrant, GrantRefused, GrantExists */
  create(actor: Actor, request: CreateAccessGrantRequest): Promise<AccessGrantResponse> {
    return this.database.transaction(actor, async (tx) => {
      const { scopeId = null, endsOn = null, reason = null } = request;
      const wanted = { ...request, scopeId, endsOn, startsOn: request.startsOn ?? (await tenantToday(tx)) };
      this.access.authorize(actor, 'create', Object.assign(new AccessGrant(), wanted));
      if (request.personId === actor.personId) throw new OwnGrant();
      const grant = await this.give(tx, request.personId, wanted, { grantedBy: actor.personId ?? null, reason });
      return this.queries.oneIn(tx, grant.id);
    });
  }

  /** Changes days or reason. @throws NotFound, StaleVersion, NotAllowed, GrantEnded, GrantRefused, LastAdministrator */
  update(actor: Actor, id: string, version: number, request: UpdateAccessGrantRequest): Promise<AccessGrantResponse> {
    return this.database.transaction(actor, async (tx) => {
      const grant = await this.forChange(tx, 'update', id, version);
      Object.assign(grant, sentFields(request));
      const faults = faultsOfGrant(grant);
      if (faults.length > 0) throw new GrantRefused(faults);
      await tx.rows(AccessGrant).update(grant);
      if (grant.role === 'state_admin') await keepAnAdministrator(tx, await tenantToday(tx));
      return this.queries.oneIn(tx, id);
    });
  }

  /** Ends access at once: the next request of the person is refused. @throws NotFound, NotAllowed, GrantEnded, LastAdministrator */
  end(actor: Actor, id: string): Promise<AccessGrantResponse> {
    return this.database.transaction(actor, async (tx) => {
      const grant = await this.forChange(tx, 'end', id);
      grant.endedAt = tx.now;
      await tx.rows(AccessGrant).update(grant);
      if (grant.role === 'state_admin') await keepAnAdministrator(tx, await tenantToday(tx));
      return this.queries.oneIn(tx, id);
    });
  }

  /**
   * Writes a grant once its rules are checked; who may give it has been decided before (also by an invitation).
   * @throws GrantRefused, GrantExists, Invalid when the person or the node does not exist
   */
  async give(
    tx: Tx,
    personId: string,
    wanted: WantedGrant,
    source: Pick<AccessGrant, 'grantedBy' | 'reason'>,
  ): Promise<AccessGrant> {
    await this.check(tx, wanted);
    await this.lockPerson(tx, personId);
    const { role, scope, scopeId, startsOn, endsOn } = wanted;
    const held = await tx.rows(AccessGrant).find({ personId, role, scope, scopeId, endedAt: null });
    const overlaps = (other: AccessGrant) =>
      (!other.endsOn || other.endsOn >= startsOn) && (!endsOn || other.startsOn <= endsOn);
    if (held.some(overlaps)) throw new GrantExists();
    return tx.rows(AccessGrant).insert({ personId, role, scope, scopeId, startsOn, endsOn, ...source });
  }

  /** @throws GrantRefused when the grant makes no sense or its node does not exist in the tenant */
  async check(tx: Tx, wanted: WantedGrant, paths?: { endsOn: string }): Promise<void> {
    const faults = faultsOfGrant(wanted, paths);
    if (faults.length === 0 && !(await this.nodes.exists(tx, wanted)))
      faults.push({ path: 'scopeId', rule: 'exists', message: `There is no such ${wanted.scope} here.` });
    if (faults.length > 0) throw new GrantRefused(faults);
  }

  private async forChange(tx: Tx, action: 'update' | 'end', id: string, version?: number): Promise<AccessGrant> {
    await lockAdministrators(tx);
    const grant = await tx.rows(AccessGrant).forChange(id, { version });
    this.access.authorize(tx.actor, action, grant);
    if (action === 'update' && grant.personId === tx.actor.personId) throw new OwnGrant();
    if (grant.endedAt) throw new GrantEnded();
    return grant;
  }

  private async lockPerson(tx: Tx, personId: string): Promise<void> {
    const [known] = await tx.rows(Person).find({ id: personId });
    if (!known) throw Invalid.field('personId', 'exists', 'There is no such person here.');
    await tx.rows(Person).lock(personId); // grants of one person are given one after another
    const person = await tx.rows(Person).get(personId);
    if (person.status === 'deactivated')
      throw Invalid.field('personId', 'active', 'This person is deactivated: reactivate them first.');
  }
}
