import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '@platform/config';
import type { Tx } from '@platform/database';

const KEY_BYTES = 32;

/** Keys by person; null for a person whose key was destroyed. */
export type KeysByPerson = ReadonlyMap<string, Buffer | null>;

/**
 * One key per person and tenant for the personal values in the audit log, itself encrypted with SECRET_KEY. Keys are read
 * anew in each transaction: what was destroyed must not live on in a process.
 */
@Injectable()
export class PersonKeys {
  constructor(private readonly box: SecretBox) {}

  /** The keys of these persons; makes those that are missing. */
  async forWriting(tx: Tx, personIds: string[]): Promise<KeysByPerson> {
    const ids = [...new Set(personIds)].sort(); // in one order, so that two writers do not wait for each other
    if (ids.length === 0) return new Map();
    const known = await this.load(tx, ids);
    const missing = ids.filter((id) => !known.has(id));
    if (missing.length === 0) return known;
    for (const id of missing) await this.make(tx, id);
    return new Map([...known, ...(await this.load(tx, missing))]);
  }

  /** The keys of these persons; persons without a key are left out. */
  async forReading(tx: Tx, personIds: string[]): Promise<KeysByPerson> {
    return personIds.length ? this.load(tx, [...new Set(personIds)]) : new Map();
  }

  /** Deletes all personal values of a person from the audit log of the tenant, and those still to come. */
  async destroy(tx: Tx, personId: string): Promise<void> {
    await tx.query(
      `insert into person_key (tenant_id, id, wrapped, created_at, destroyed_at) values ($1, $2, null, $3, $3)
       on conflict (tenant_id, id) do update set wrapped = null, destroyed_at = $3`,
      [tx.tenantId, personId, tx.now],
    );
  }

  private async load(tx: Tx, ids: string[]): Promise<Map<string, Buffer | null>> {
    const rows = await tx.query<{ id: string; wrapped: string | null }>(
      'select id, wrapped from person_key where tenant_id = $1 and id = any($2)',
      [tx.tenantId, ids],
    );
    return new Map(
      rows.map(({ id, wrapped }) => [id, wrapped ? Buffer.from(this.box.open(wrapped), 'base64url') : null]),
    );
  }

  private async make(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `insert into person_key (tenant_id, id, wrapped, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
      [tx.tenantId, id, this.box.seal(randomBytes(KEY_BYTES).toString('base64url')), tx.now],
    );
  }
}
