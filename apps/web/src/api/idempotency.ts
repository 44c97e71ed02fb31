/** A random UUID (version 4). Works on plain http too, where `crypto.randomUUID` does not exist. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * Keys for attempts to write. The same input keeps its key until the server has answered it, so that pressing the
 * button again after a lost connection cannot do the work twice.
 */
export class AttemptKeys {
  private last?: { input: string; key: string };

  /** The key of the attempt with this input. */
  keyFor(input: unknown): string {
    const text = JSON.stringify(input) ?? '';
    if (this.last?.input !== text) this.last = { input: text, key: randomId() };
    return this.last.key;
  }

  /** The server has answered: the next attempt is a new one. */
  settled(): void {
    this.last = undefined;
  }
}
