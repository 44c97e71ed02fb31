import { Injectable } from '@nestjs/common';
import { SecretBox } from '@platform/config';
import type { Device } from './session';
import { throttledSource } from './device';
import { KnownDevice } from './known-device';
import type { Limit } from './throttle';

const ACCOUNT = { free: 5, forgiveSeconds: 600, longestSeconds: 900 };
const SOURCE = { free: 50, forgiveSeconds: 30, longestSeconds: 300 }; // a school shares one address
const KNOWN = { free: 10, forgiveSeconds: 600, longestSeconds: 900 };
const CODES = { free: 10, forgiveSeconds: 600, longestSeconds: 900 };
const RESET_ACCOUNT = { free: 3, forgiveSeconds: 1200, longestSeconds: 3600 };
const RESET_SOURCE = { free: 30, forgiveSeconds: 60, longestSeconds: 300 };

/**
 * Who counts as the same guesser. Never an account alone: that would let anybody lock its owner out. A browser that has
 * signed in to the account before is counted by itself, so that not even somebody at the same address can lock it out.
 */
@Injectable()
export class SignInLimits {
  constructor(
    private readonly box: SecretBox,
    private readonly devices: KnownDevice,
  ) {}

  /** Limits for a password. The first is forgotten after success. */
  password(email: string, device: Device): [own: Limit, ...others: Limit[]] {
    const source = throttledSource(device.ip);
    const known = this.devices.mark(email, device.known);
    if (known) return [{ ...KNOWN, key: this.key('device', email, known) }];
    return [
      { ...ACCOUNT, key: this.key('account', email, source) },
      { ...SOURCE, key: this.key('source', source) },
    ];
  }

  /** Limit for codes of a second factor: reached only by those who have the password, so counted by account. */
  code(accountId: string): Limit {
    return { ...CODES, key: this.key('code', accountId) };
  }

  /** Limits for mails that anybody can ask for: those to one address, and those asked for from one place. */
  reset(email: string, device: Device): { address: Limit; source: Limit } {
    return {
      address: { ...RESET_ACCOUNT, key: this.key('reset', email) },
      source: { ...RESET_SOURCE, key: this.key('reset-source', throttledSource(device.ip)) },
    };
  }

  private key(kind: string, ...parts: string[]): string {
    return `${kind}:${this.box.hash('attempts', parts.join('\0').toLowerCase())}`;
  }
}
