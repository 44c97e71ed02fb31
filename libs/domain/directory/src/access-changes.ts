import { Injectable } from '@nestjs/common';
import { CommitHook, Database, type RowChange, SharedCache, type TenantRow, type Tx } from '@platform/database';
import { AccessGrant } from './access-grant.entity';
import { Organization } from './organization.entity';
import { Membership, Person } from './person.entity';
import { Region } from './region.entity';
import { TenantSettingsRow } from './settings/tenant-settings-row.entity';

/** What is remembered about access in one tenant. */
export function accessGroup(tenantId: string): string {
  return `access:${tenantId}`;
}

/** Forgets everybody's access in a tenant when something it was worked out from changes: in the same commit. */
@Injectable()
export class AccessChanges extends CommitHook {
  private readonly watched = new Set<unknown>([
    Person,
    AccessGrant,
    Membership,
    Organization,
    Region,
    TenantSettingsRow,
  ]);

  constructor(
    database: Database,
    private readonly cache: SharedCache,
  ) {
    super();
    database.onCommit(this);
  }

  /** Adds entities on which access depends, from modules above the directory. */
  watch(...entities: (new () => TenantRow)[]): void {
    entities.forEach((entity) => this.watched.add(entity));
  }

  async beforeCommit(tx: Tx, changes: readonly RowChange[]): Promise<void> {
    if (this.touches(changes)) await this.cache.forget(tx, accessGroup(tx.tenantId));
  }

  override afterCommit(tx: Tx): void {
    if (this.touches(tx.changes)) this.cache.forgetHere(accessGroup(tx.tenantId));
  }

  private touches(changes: readonly RowChange[]): boolean {
    return changes.some((change) => this.watched.has(change.entity));
  }
}
