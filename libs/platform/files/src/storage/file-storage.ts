import type { Readable } from 'node:stream';

/** What is known of bytes before they are stored. */
export interface StoredContent {
  /** Path of a temporary file that holds them. */
  path: string;
  size: number;
  /** Hex. */
  sha256: string;
}

/** Where the bytes of files lie. A key is written once and never changed. */
export abstract class FileStorage {
  /** Stores the content; it is there as a whole or not at all. The temporary file may be gone afterwards. */
  abstract put(key: string, content: StoredContent): Promise<void>;

  /** The bytes. @throws Error when there are none under this key */
  abstract open(key: string): Promise<Readable>;

  /** Removes the bytes; does nothing when there are none. */
  abstract remove(key: string): Promise<void>;
}
