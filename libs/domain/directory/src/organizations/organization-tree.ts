import { Injectable } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { findOrganizationKind, mayBeParentKind } from '../organization-kind';
import { Organization } from '../organization.entity';
import { ParentRefused } from './organization.errors';

const ABOVE = `with recursive above as (
    select id, parent_id from organization where tenant_id = $1 and id = $2
    union
    select o.id, o.parent_id from above a join organization o on o.tenant_id = $1 and o.id = a.parent_id
  ) select 1 from above where id = $3`;

const labelOf = (kind: string): string => findOrganizationKind(kind)?.label.en.toLowerCase() ?? kind;

/** Keeps the organizations of a tenant a tree in which each parent is of a kind that may stand there. */
@Injectable()
export class OrganizationTree {
  /**
   * Makes other changes of this tenant's tree wait until the commit: two moves that are fine each by itself can make a
   * circle together. Call it before the organizations are read.
   */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('organization-tree:' || $1, 0))`, [tx.tenantId]);
  }

  /** Checks the parent of an organization as it is going to be. @throws ParentRefused */
  async check(
    tx: Tx,
    organization: Pick<Organization, 'kind'> & { id?: string; parentId?: string | null },
  ): Promise<void> {
    const { id, kind, parentId } = organization;
    if (!parentId) return;
    const [parent] = await tx.rows(Organization).find({ id: parentId });
    if (!parent) throw new ParentRefused('exists', 'There is no such organization to stand above it.');
    if (parent.status === 'closed')
      throw new ParentRefused('parent-closed', `${parent.name} is closed: choose another parent.`);
    if (!mayBeParentKind(parent.kind, kind))
      throw new ParentRefused('parent-kind', `A ${labelOf(parent.kind)} cannot stand above a ${labelOf(kind)}.`);
    if (id && (await tx.query(ABOVE, [tx.tenantId, parentId, id])).length > 0)
      throw new ParentRefused('cycle', `${parent.name} lies below this organization: it cannot stand above it too.`);
  }

  /** Checks that the organizations below may stay there when the kind changes. @throws ParentRefused */
  async checkChildren(tx: Tx, id: string, kind: string): Promise<void> {
    const below = await tx.query<{ kind: string }>(
      'select distinct kind from organization where tenant_id = $1 and parent_id = $2',
      [tx.tenantId, id],
    );
    const misfit = below.find((child) => !mayBeParentKind(kind, child.kind));
    if (misfit)
      throw new ParentRefused(
        'children-kind',
        `A ${labelOf(kind)} cannot stand above the organizations below this one (${labelOf(misfit.kind)}): move those first.`,
      );
  }
}
