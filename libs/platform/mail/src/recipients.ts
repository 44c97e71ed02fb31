import type { Locale } from '@platform/i18n';
import type { Tx } from '@platform/database';

/** Where mail for a person goes, and how the person reads it. */
export interface Recipient {
  address: string;
  name: string;
  locale: Locale;
  /** IANA name; undefined means the tenant's zone. */
  timeZone?: string;
}

/** Finds the address of a person. Implemented by the directory. */
export abstract class Recipients {
  /** The person's address, or null when there is no such person in the tenant or they were deactivated. */
  abstract person(tx: Tx, personId: string): Promise<Recipient | null>;
}
