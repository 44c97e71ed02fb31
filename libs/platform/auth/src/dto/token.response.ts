import type { ApiToken } from '../api-tokens.service';
import { UNCHANGING_VERSION } from '../unchanging';

/** An API token without the token itself. */
export class TokenResponse {
  id: string;
  version: number;
  allowed: string[];
  name: string;
  scopes: string[];
  /** Last day (ISO date) on which it works. */
  expiresOn: string;
  createdAt: string;
  lastUsedAt: string | null;

  /** From a token's record. */
  static from({ id, name, scopes, expiresOn, createdAt, lastUsedAt }: ApiToken): TokenResponse {
    return { id, version: UNCHANGING_VERSION, allowed: ['delete'], name, scopes, expiresOn, createdAt, lastUsedAt };
  }
}

/** A new API token, shown this once. */
export class NewTokenResponse extends TokenResponse {
  /** To be sent as `Authorization: Bearer <token>`. */
  token: string;
}

/** The account's API tokens. */
export class TokenPageResponse {
  items: TokenResponse[];
  nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
