import { createHash } from 'node:crypto';

/** One link of the chain, as it is stored and anchored. */
export interface Seal {
  seq: number;
  eventIds: string[];
  /** SHA-256 of each event's canonical text, in the order of `eventIds`. */
  eventHashes: string[];
  previousHash: string;
  hash: string;
}

/** What the first seal of a tenant follows. */
export const CHAIN_START = '0'.repeat(64);

/** Canonical text of an event: all columns in a fixed order. Changing it would break every chain. */
export const CANONICAL_EVENT = `json_build_array(id, (created_at at time zone 'UTC')::text, operation, actor_kind,
  account_id, person_id, via, request_id, record_kind, record_id, change_kind, changes::text)::text`;

/** SHA-256 as hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The hash of a seal: of its place, its events and the seal before it. */
export function sealHash(tenantId: string, seal: Omit<Seal, 'hash'>): string {
  return sha256(JSON.stringify([tenantId, seal.seq, seal.previousHash, seal.eventIds, seal.eventHashes]));
}
