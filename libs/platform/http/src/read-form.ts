import { Unreadable } from './http-errors';

/** What the parser of forms throws has neither a class nor a code of its own; everything else has one of them. */
function isBrokenForm(error: unknown): boolean {
  return error instanceof Error && error.constructor === Error && !('code' in error) && !('statusCode' in error);
}

/**
 * Runs what reads the parts of an uploaded form, and nothing else.
 * @throws Unreadable when the form itself is broken: no boundary, cut off, no form at all
 */
export async function readForm<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw isBrokenForm(error)
      ? new Unreadable('The uploaded form is damaged or was cut off: upload the file again.')
      : error;
  }
}
