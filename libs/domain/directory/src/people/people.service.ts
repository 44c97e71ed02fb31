import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, sentFields } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { InvitationSender } from '../invitations/invitation-sender';
import { keepAnAdministrator, lockAdministrators } from '../access-grants/administrators';
import { Person } from '../person.entity';
import { tenantToday } from '../tenant-today';
import { enterTenant, leaveTenant } from './account-tenants';
import { Departures } from './departures';
import type { CreatePersonRequest, UpdatePersonRequest } from './dto/person.request';
import type { PersonResponse } from './dto/person.response';
import { PeopleQueries } from './people.queries';
import { EmailOfLogin, PersonExists, PersonStatusUnchanged } from './person.errors';
import { TenantsOfAccount } from './tenants-of-account';

/** Use cases that change people. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly departures: Departures,
    private readonly queries: PeopleQueries,
    private readonly account: TenantsOfAccount,
    private readonly invitations: InvitationSender,
  ) {}

  /** Adds a person without a login. @throws NotAllowed, PersonExists */
  create(actor: Actor, request: CreatePersonRequest): Promise<PersonResponse> {
    const email = request.email.toLowerCase();
    return this.database.transaction(actor, async (tx) => {
      this.access.authorize(actor, 'create', Object.assign(new Person(), request));
      await this.refuseKnown(tx, email);
      const person = await tx.rows(Person).insert({ phone: null, ...request, email, status: 'active' });
      return this.queries.oneIn(tx, person.id);
    });
  }

  /** Changes a person. @throws NotFound, StaleVersion, NotAllowed, PersonExists, EmailOfLogin */
  update(actor: Actor, id: string, version: number, request: UpdatePersonRequest): Promise<PersonResponse> {
    return this.database.transaction(actor, async (tx) => {
      const person = await tx.rows(Person).forChange(id, { version });
      this.access.authorize(actor, 'update', person);
      const email = request.email?.toLowerCase() ?? person.email;
      if (email !== person.email && person.accountId) throw new EmailOfLogin();
      const moved = email !== person.email;
      if (moved) await this.refuseKnown(tx, email);
      await tx.rows(Person).update(Object.assign(person, sentFields(request), { email }));
      if (moved) await this.invitations.redirect(tx, id); // whoever holds a link is taken for the owner of the address
      return this.queries.oneIn(tx, id);
    });
  }

  /**
   * Ends all access of a person in this tenant at once: grants, memberships and open invitations. What they wrote stays.
   * @throws NotFound, NotAllowed, PersonStatusUnchanged, LastAdministrator
   */
  async deactivate(actor: Actor, id: string): Promise<PersonResponse> {
    const { response, accountId } = await this.database.transaction(actor, async (tx) => {
      await lockAdministrators(tx);
      const person = await this.forMove(tx, 'deactivate', id);
      if (person.status === 'deactivated') throw new PersonStatusUnchanged('deactivated');
      const wasAdministrator = await this.departures.endAccess(tx, id);
      person.status = 'deactivated';
      await tx.rows(Person).update(person);
      if (person.accountId) await leaveTenant(tx, person.accountId);
      if (wasAdministrator) await keepAnAdministrator(tx, await tenantToday(tx));
      return { response: await this.queries.oneIn(tx, id), accountId: person.accountId };
    });
    if (accountId) await this.account.signOutIfNowhere(accountId);
    return response;
  }

  /** Lets a person be given access again; what they had before does not come back. @throws NotFound, NotAllowed, PersonStatusUnchanged */
  reactivate(actor: Actor, id: string): Promise<PersonResponse> {
    return this.database.transaction(actor, async (tx) => {
      const person = await this.forMove(tx, 'reactivate', id);
      if (person.status !== 'deactivated') throw new PersonStatusUnchanged(person.status);
      person.status = 'active';
      await tx.rows(Person).update(person);
      if (person.accountId) await enterTenant(tx, person.accountId, id);
      return this.queries.oneIn(tx, id);
    });
  }

  private async forMove(tx: Tx, action: 'deactivate' | 'reactivate', id: string): Promise<Person> {
    const person = await tx.rows(Person).forChange(id);
    this.access.authorize(tx.actor, action, person);
    return person;
  }

  private async refuseKnown(tx: Tx, email: string): Promise<void> {
    const [known] = await tx.rows(Person).find({ email });
    if (known) throw new PersonExists(known.id);
  }
}
