import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from './config';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts with AES-256-GCM: nonce, tag and ciphertext in one buffer. */
export function seal(key: Buffer, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Undoes `seal`. @throws Error when the key is another or the bytes were changed. */
export function unseal(key: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}

/** Keeps small secrets unreadable in the database, with the keys of SECRET_KEY: the first writes, all of them read. */
@Injectable()
export class SecretBox {
  constructor(private readonly config: Config) {}

  /** Encrypted text as base64url. */
  seal(text: string): string {
    return seal(this.config.secretKeys[0], text).toString('base64url');
  }

  /** @throws Error when no key of the list opens it. */
  open(sealed: string): string {
    for (const key of this.config.secretKeys)
      try {
        return unseal(key, Buffer.from(sealed, 'base64url'));
      } catch {
        continue; // sealed under another key of the list
      }
    throw new Error('No key in SECRET_KEY opens this value: put the former key back at the end of the list.');
  }

  /** A keyed hash as hex, for what is looked up but never read back. */
  hash(purpose: string, text: string): string {
    return createHmac('sha256', this.config.secretKeys[0]).update(`${purpose}\0${text}`).digest('hex');
  }
}
