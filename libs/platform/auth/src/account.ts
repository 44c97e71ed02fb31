import type { Locale } from '@platform/i18n';

/** Colors of the pages; `auto` follows the device. */
export const DISPLAY_SCHEMES = ['auto', 'light', 'dark'] as const;
/** Colors of the pages. */
export type DisplayScheme = (typeof DISPLAY_SCHEMES)[number];

/** One login: the same person in any number of tenants. Secrets are kept as hashes, or sealed by SECRET_KEY. */
export interface Account {
  id: string;
  /** As typed first; unique without regard to case. */
  email: string;
  displayName: string;
  /** Argon2id; null until the person has chosen a password. */
  passwordHash: string | null;
  status: 'active' | 'deactivated';
  /** Makes tenants; sees none of their records. */
  platformAdmin: boolean;
  locale: Locale;
  /** IANA name; null: the tenant's. */
  timeZone: string | null;
  displayScheme: DisplayScheme;
  /** Sealed secret of the authenticator app; in use once `totpConfirmedAt` is set. */
  totpSecret: string | null;
  totpConfirmedAt: string | null;
  /** Time step of the last code that was accepted; no code of it or before is accepted again. */
  totpLastStep: number | null;
  recoveryCodeHashes: string[];
  /** Counts the changes that its owner sees. */
  version: number;
}

/** Whether signing in asks for a code. */
export function hasSecondFactor(account: Account): boolean {
  return account.totpConfirmedAt !== null;
}
