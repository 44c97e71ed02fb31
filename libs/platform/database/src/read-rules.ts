import type { SelectQueryBuilder } from 'typeorm';
import type { Actor } from '@platform/context';
import type { TenantRow } from './tenant-row';

/**
 * A query that is already limited to the tenant and to what the actor may read. `where` adds to that limit, as
 * `andWhere` does, and `orWhere` is refused: it would step around it.
 */
export type ReadQuery<E extends TenantRow> = Omit<SelectQueryBuilder<E>, 'orWhere'>;

/** Turns the access policy into conditions of a query. Implemented by `platform/access`. */
export abstract class ReadRules {
  /** Adds what `actor` may do (`action`, usually `read`) with rows of `entity` as conditions on `query`. */
  abstract restrict<E extends TenantRow>(
    query: SelectQueryBuilder<E>,
    actor: Actor,
    action: string,
    entity: new () => E,
  ): void;
}
