/** A refusal of the embedded database or of the lock of its folder; the message is one line and says what to do. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
}

/** First line of whatever was thrown, for use inside a one-line message. */
export function reasonOf(error: unknown): string {
  return String((error as Error | undefined)?.message ?? error).split('\n')[0];
}
