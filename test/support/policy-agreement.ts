import type { Access, Policy } from '@platform/access';
import { Actor } from '@platform/context';
import type { Database, TenantRow } from '@platform/database';

/** A kind of record whose policy is checked against its list. */
export interface PolicySubject<E extends TenantRow> {
  entity: new () => E;
  /** Relations that its policy speaks of. */
  relations?: string[];
  /** Actions to compare; `read` by default. */
  actions?: string[];
}

/** One record about which list and check disagree. */
export interface Disagreement {
  action: string;
  entity: string;
  id: string;
  listed: boolean;
  allowed: boolean;
}

/**
 * Compares, for every row of the actor's tenant, whether the list of `tx.readable` holds it with what `access.can` says
 * about it, relations loaded. Empty means: they agree.
 */
export async function disagreements<E extends TenantRow>(
  database: Database,
  access: Access,
  actor: Actor,
  { entity, relations, actions = ['read'] }: PolicySubject<E>,
): Promise<Disagreement[]> {
  const rows = await database.read(Actor.system(actor.tenantId, 'job:test'), (tx) =>
    tx.rows(entity).find({}, relations),
  );
  const found: Disagreement[] = [];
  for (const action of actions) {
    const listed = await database.read(actor, (tx) => tx.readable(entity, 'subject', action).getMany());
    const ids = new Set(listed.map((row) => row.id));
    for (const row of rows) {
      const allowed = access.can(actor, action, row);
      if (allowed !== ids.has(row.id))
        found.push({ action, entity: entity.name, id: row.id, listed: ids.has(row.id), allowed });
    }
    if (ids.size > rows.length) throw new Error(`${entity.name}: the list has more rows than the table.`);
  }
  return found;
}

type Conditions = Record<string, unknown>;

/** Every kind of record that the registered policies speak of for an actor, with the relations and actions they name. */
export function subjectsOf(access: Access, actor: Actor): Required<PolicySubject<TenantRow>>[] {
  const { policies } = access as unknown as { policies: Policy[] };
  const found = new Map<unknown, { relations: Set<string>; actions: Set<string> }>();
  const note = (actions: string | string[], subject: unknown, conditions: Conditions = {}) => {
    const known = found.get(subject) ?? { relations: new Set<string>(), actions: new Set(['read']) };
    [actions].flat().forEach((action) => known.actions.add(action));
    const paths = Object.keys(conditions).filter((name) => name.includes('.'));
    paths.forEach((path) => known.relations.add(path.split('.')[0]));
    found.set(subject, known);
  };
  policies.forEach((policy) => policy(actor, note, note));
  return [...found].map(([entity, { relations, actions }]) => ({
    entity: entity as new () => TenantRow,
    relations: [...relations],
    actions: [...actions],
  }));
}
