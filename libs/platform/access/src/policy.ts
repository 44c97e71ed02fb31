import { ALL, type Actor, type Reach } from '@platform/context';

/** A verb of the trade (`read`, `update`, `approve`); `manage` means all of them. */
export type Action = string;

/** A kind of record, named by its entity class. */
export type Subject = abstract new (...args: never[]) => unknown;

/**
 * Conditions on the record's own columns and, with a dot, on columns of its relations. A condition over a to-many
 * relation holds when one of the related rows fulfills it.
 */
export type Conditions = Record<string, unknown>;

/** Gives a right. Conditions limit it to some records. */
export type Allow = (actions: Action | Action[], subject: Subject, conditions?: Conditions) => void;

/** Takes a right away again; a later line wins over an earlier one. */
export type Forbid = Allow;

/** Who may do what with the records of one module: a pure function of the actor. */
export type Policy = (actor: Actor, allow: Allow, forbid: Forbid) => void;

/** Condition that `property` lies within a reach: no limit when the reach has none. */
export function within(property: string, reach: Reach): Conditions {
  return reach === ALL ? {} : { [property]: { $in: [...(reach as readonly string[])] } };
}
