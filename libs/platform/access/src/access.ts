import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { rulesToAST } from '@casl/ability/extra';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { type Actor, NotAllowed, NotFound } from '@platform/context';
import { ReadRules, type TenantRow } from '@platform/database';
import { ConditionsToSql, type ConditionNode } from './conditions-to-sql';
import type { Action, Policy, Subject } from './policy';

type Ability = MongoAbility<[string, Subject | object]>;

/** Decides what an actor may do, from the policies that the modules register. What no policy allows is forbidden. */
@Injectable()
export class Access extends ReadRules {
  private readonly policies: Policy[] = [];
  /** By the grants: they are remembered across requests, the actor is made anew for each. */
  private readonly abilities = new WeakMap<object, Ability>();

  /** Adds the policy of one module. */
  register(policy: Policy): void {
    this.policies.push(policy);
  }

  /** Whether the actor may do this to at least some records of this kind. */
  mayEver(actor: Actor, action: Action, subject: Subject): boolean {
    return actor.kind === 'system' || this.ability(actor).can(action, subject as never);
  }

  /** Whether the actor may do this to this record. Relations named in a policy must be loaded. */
  can(actor: Actor, action: Action, record: object): boolean {
    return actor.kind === 'system' || this.ability(actor).can(action, record as never);
  }

  /** Which of these actions the actor may do to this record: the `allowed` of a response. */
  allowed(actor: Actor, record: object, actions: Action[]): Action[] {
    return actions.filter((action) => this.can(actor, action, record));
  }

  /** @throws NotFound when the actor may not read the record. */
  see(actor: Actor, record: object): void {
    if (!this.can(actor, 'read', record)) throw new NotFound();
  }

  /** @throws NotAllowed when the actor may not do this to the record. */
  authorize(actor: Actor, action: Action, record: object): void {
    if (!this.can(actor, action, record)) throw new NotAllowed();
  }

  /** The policy as conditions of a query; without any rule nothing is found. */
  restrict<E extends TenantRow>(query: SelectQueryBuilder<E>, actor: Actor, action: string, entity: new () => E): void {
    const tree = rulesToAST(this.ability(actor), action, entity as never);
    if (!tree) {
      query.andWhere('FALSE');
      return;
    }
    const sql = new ConditionsToSql(query.expressionMap.mainAlias!.metadata, query.alias);
    query.andWhere(sql.write(tree as unknown as ConditionNode), sql.params);
  }

  private ability(actor: Actor): Ability {
    const known = this.abilities.get(actor.grants);
    if (known) return known;
    const builder = new AbilityBuilder<Ability>(createMongoAbility);
    const allow = (actions: never, subject: never, conditions?: never) =>
      void builder.can(actions, subject, conditions);
    const forbid = (actions: never, subject: never, conditions?: never) =>
      void builder.cannot(actions, subject, conditions);
    this.policies.forEach((policy) => policy(actor, allow as never, forbid as never));
    const ability = builder.build({ detectSubjectType: (record) => record.constructor as never });
    this.abilities.set(actor.grants, ability);
    return ability;
  }
}
