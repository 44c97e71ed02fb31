import type { INestApplicationContext } from '@nestjs/common';
import { Actor } from '@platform/context';
import { Database } from '@platform/database';
import { ActorSource } from '@platform/http';
import { Organization, Person, Tenants } from '@domain/directory';
import { Partnership } from '@domain/partnerships';
import type { DemoState } from './demo-state';

/** The people of one demo tenant as actors with their real rights, and the ids of its keyed records. */
export class DemoCast {
  private constructor(
    private readonly services: INestApplicationContext,
    private readonly state: DemoState,
    /** The platform itself in the tenant: for looking, and for marks that no service sets. */
    readonly system: Actor,
    private readonly people: Map<string, Person>,
    private readonly places: Map<string, string>,
  ) {}

  /** Reads what the directory part loaded. */
  static async of(services: INestApplicationContext, state: DemoState): Promise<DemoCast> {
    const tenant = await services.get(Tenants).bySlug(state.slug);
    const system = Actor.system(tenant!.id, 'demo:load');
    return services.get(Database).read(system, async (tx) => {
      const people = await tx.rows(Person).find({ demoKey: state.people.map(({ login }) => login) });
      const places = [
        ...(await tx.rows(Organization).find({ demoKey: state.organizations.map(({ key }) => key) })),
        ...(await tx.rows(Partnership).find({ demoKey: state.partnerships.map(({ key }) => key) })),
      ];
      const byLogin = new Map(people.map((person) => [person.demoKey!, person]));
      return new DemoCast(services, state, system, byLogin, new Map(places.map(({ demoKey, id }) => [demoKey!, id])));
    });
  }

  /** A person as an actor, with the rights of the clock's day. */
  async actor(login: string): Promise<Actor> {
    const identity = { accountId: this.person(login).accountId!, via: 'demo:load' };
    const rights = { platformAdmin: false, secondFactor: false };
    const actor = await this.services.get(ActorSource).actorFor({ ...identity, ...rights }, this.state.slug);
    if (!actor) throw new Error(`${login} has no access in the demo tenant ${this.state.slug}.`);
    return actor;
  }

  /** Id of a person. */
  personId(login: string): string {
    return this.person(login).id;
  }

  /** Id of the organization that a person works for. */
  organizationOf(login: string): string {
    return this.placeId(this.state.people.find((person) => person.login === login)!.organization!);
  }

  /** Id of an organization or a partnership. */
  placeId(key: string): string {
    const id = this.places.get(key);
    if (!id) throw new Error(`The demo has no ${key}: load its directory first.`);
    return id;
  }

  private person(login: string): Person {
    const person = this.people.get(login);
    if (!person) throw new Error(`The demo has no ${login}: load its directory first.`);
    return person;
  }
}
