import { ApiProperty } from '@nestjs/swagger';
import { LOCALES, type Locale } from '@platform/i18n';
import { type Account, DISPLAY_SCHEMES, type DisplayScheme, hasSecondFactor } from '../account';
import type { HeldGrant, HeldTenant } from '../people-source';
import type { SignedIn } from '../signed-in';
import { SignedInPerson } from './login.response';

const SCOPES = ['tenant', 'region', 'organization', 'partnership'] as const;

/** A role at a scope. */
export class MyGrantResponse {
  /** Slug of the tenant. */
  tenant: string;
  role: string;
  @ApiProperty({ enum: SCOPES }) scope: HeldGrant['scope'];
  scopeId: string | null;
  /** Last day; null: open. */
  until: string | null;
}

/** A tenant that the person may enter. */
export class MyTenantResponse {
  slug: string;
  name: string;
  /** Id of the person's record in this tenant. */
  personId: string;
  roles: string[];
}

/** The login and its settings. */
export class MyAccountResponse {
  id: string;
  email: string;
  /** Makes tenants. */
  platformAdmin: boolean;
  @ApiProperty({ enum: LOCALES }) locale: Locale;
  /** IANA name; null: that of the tenant. */
  timeZone: string | null;
  @ApiProperty({ enum: DISPLAY_SCHEMES }) displayScheme: DisplayScheme;
}

/** Whether signing in asks for a code. */
export class MySecondFactorResponse {
  active: boolean;
  /** Whether it was given in this session. */
  given: boolean;
  recoveryCodesLeft: number;
}

/** Who is signed in, and where that person may go. */
export class MeResponse {
  id: string;
  /** For If-Match. */
  version: number;
  allowed: string[];
  account: MyAccountResponse;
  person: SignedInPerson;
  tenants: MyTenantResponse[];
  grants: MyGrantResponse[];
  /** To be sent as X-CSRF-Token with every write; null for an API token, which needs none. */
  csrfToken: string | null;
  @ApiProperty({ enum: LOCALES }) locale: Locale;
  secondFactor: MySecondFactorResponse;

  /** From the account and what the directory knows of it. */
  static from(account: Account, tenants: HeldTenant[], { session, identity }: SignedIn): MeResponse {
    const { id, email, platformAdmin, locale, timeZone, displayScheme } = account;
    return {
      id,
      version: account.version,
      allowed: session ? ['update', 'change-password', 'manage-sessions', 'manage-tokens'] : ['update'],
      account: { id, email, platformAdmin, locale, timeZone, displayScheme },
      person: SignedInPerson.from(account),
      tenants: tenants.map(({ slug, name, personId, roles }) => ({ slug, name, personId, roles })),
      grants: tenants.flatMap(({ grants }) => grants),
      csrfToken: session?.csrfToken ?? null,
      locale,
      secondFactor: {
        active: hasSecondFactor(account),
        given: identity.secondFactor,
        recoveryCodesLeft: account.recoveryCodeHashes.length,
      },
    };
  }
}
