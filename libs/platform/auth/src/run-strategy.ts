import passport from 'passport';
import type { FastifyRequest } from 'fastify';

/**
 * Runs one passport strategy on a request. By instance, not by name: passport keeps names for the whole process, and two
 * applications in one process (tests) must not answer for each other.
 * @returns what the strategy recognized, or null. @throws what the strategy threw.
 */
export function runStrategy<T>(strategy: object, request: FastifyRequest): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const own = Object.create(strategy) as passport.Strategy; // passport puts the callbacks of this request on it
    const done = (error: unknown, found?: T | false | null) =>
      error ? reject(error as Error) : resolve(found || null);
    const middleware = passport.authenticate(own as never, { session: false }, done) as (
      ...args: [unknown, unknown, (error: unknown) => void]
    ) => void;
    middleware(request, {}, reject);
  });
}
