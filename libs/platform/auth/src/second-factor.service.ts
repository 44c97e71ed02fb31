import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { MachineClock } from '@platform/clock';
import { SecretBox } from '@platform/config';
import { Conflict } from '@platform/context';
import { type Account, hasSecondFactor } from './account';
import { SecondFactorWrong } from './auth.errors';
import { type AnyTx, AuthRepository } from './auth.repository';
import { hashOf } from './secrets';

const PERIOD_SECONDS = 30;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10; // 80 bits: sixteen characters of base32

/** What an authenticator app needs to know. */
export interface Enrollment {
  /** Base32, to be typed. */
  secret: string;
  /** `otpauth://...`, to be shown as a QR code. */
  uri: string;
}

function totpOf(account: Account, secret: Secret): TOTP {
  return new TOTP({ issuer: 'Braidway', label: account.email, secret, digits: 6, period: PERIOD_SECONDS });
}

function newRecoveryCode(): string {
  const text = new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer }).base32.toLowerCase();
  return text.match(/.{4}/g)!.join('-');
}

function recoveryHash(account: Account, code: string): string {
  return hashOf(`${account.id} ${code.toLowerCase().replace(/[^a-z2-7]/g, '')}`);
}

/** Six digits from an authenticator app (RFC 6238), and recovery codes for when the phone is lost. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly repository: AuthRepository,
    private readonly box: SecretBox,
    private readonly clock: MachineClock,
  ) {}

  /** Begins enrollment; nothing is asked at sign-in until `confirm`. @throws Conflict when one is in use */
  async start(tx: AnyTx, account: Account): Promise<Enrollment> {
    if (hasSecondFactor(account))
      throw new Conflict(
        'second-factor-active',
        'You use a second factor already: remove it before you set up another.',
      );
    const secret = new Secret({ size: 20 });
    await this.repository.updateAccount(tx, account.id, { totpSecret: this.box.seal(secret.base32) });
    return { secret: secret.base32, uri: totpOf(account, secret).toString() };
  }

  /**
   * Puts the second factor in use.
   * @returns recovery codes, shown this once. @throws Conflict, SecondFactorWrong
   */
  async confirm(tx: AnyTx, account: Account, code: string): Promise<string[]> {
    if (hasSecondFactor(account) || !account.totpSecret)
      throw new Conflict('second-factor-not-started', 'Start setting up the second factor first.');
    if (!(await this.acceptTotp(tx, account, code))) throw new SecondFactorWrong();
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const hashes = codes.map((one) => recoveryHash(account, one));
    await this.repository.updateAccount(tx, account.id, {
      totpConfirmedAt: this.clock.now().toISOString(),
      recoveryCodeHashes: hashes,
    });
    return codes;
  }

  /** Takes the second factor out of use. */
  remove(tx: AnyTx, account: Account): Promise<void> {
    return this.repository.updateAccount(tx, account.id, {
      totpSecret: null,
      totpConfirmedAt: null,
      recoveryCodeHashes: [],
    });
  }

  /** Whether `code` is right, from the app or a recovery code; it is used up by this, also by a parallel request. */
  async accept(tx: AnyTx, account: Account, code: string): Promise<boolean> {
    if (!hasSecondFactor(account)) return false;
    if (/^\s*(\d\s*){6}$/.test(code)) return this.acceptTotp(tx, account, code);
    return this.repository.useRecoveryCode(tx, account.id, recoveryHash(account, code));
  }

  private async acceptTotp(tx: AnyTx, account: Account, code: string): Promise<boolean> {
    const totp = totpOf(account, Secret.fromBase32(this.box.open(account.totpSecret!)));
    const timestamp = this.clock.now().getTime();
    const delta = totp.validate({ token: code.replace(/\s/g, ''), timestamp, window: 1 }); // phones run fast and slow
    if (delta === null) return false;
    return this.repository.useTimeStep(tx, account.id, totp.counter({ timestamp }) + delta);
  }
}
