import type { SignedInPerson } from '../support/builders/directory';
import type { Who, World } from './world';

/** A request that must succeed for its sender, made on records of its own. */
export interface Arranged {
  /** Values of the address besides the tenant. */
  params?: Record<string, string>;
  query?: string;
  body?: object;
  /** Sent as If-Match. */
  version?: number;
  headers?: Record<string, string>;
  /** Sent as multipart/form-data in the field `file`. */
  upload?: { name: string; bytes: Buffer; fields?: Record<string, string> };
  /** Sent instead of one of the world's people. */
  person?: SignedInPerson;
  /** What a successful answer of a read shows and nobody else may see; an id by default. */
  marker?: string;
}

/** How one route is tried. */
export interface RouteCase {
  /** Whose request succeeds. */
  as: Who;
  arrange: (world: World) => Promise<Arranged> | Arranged;
  /**
   * What a coordinator of an organization outside of the partnership gets: `refused` (403 or 404), `without` (a list that
   * lacks the record), or `sees` where the record is meant for all staff.
   */
  outsider: 'refused' | 'without' | 'sees';
  /** What the same request does at the other tenant's own address: `own` when it names no record of the first tenant. */
  elsewhere?: 'refused' | 'without' | 'own';
}
