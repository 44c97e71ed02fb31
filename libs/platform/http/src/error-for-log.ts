import pino from 'pino';

/**
 * What is logged of an error. Errors of the database carry the values of the statement (addresses, answers, hashes) and
 * name them again in `detail`: those stay out.
 */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = pino.stdSerializers.err(error);
  return { type, code: (error as { code?: string }).code, message, stack };
}
