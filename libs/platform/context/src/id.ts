import { uuidv7 } from 'uuidv7';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A new UUIDv7: unique, and in the order of time, which keeps indexes compact. */
export function newId(): string {
  return uuidv7();
}

/** Whether `text` has the form of a UUID. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}
