import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './schema';
import { ApiUnreachable, toProblem } from './problem';

let csrfToken = '';

/** Keeps the token that writes with the cookie need; it comes with sign-in and with `GET /api/v1/me`. */
export function keepCsrfToken(token: string): void {
  csrfToken = token;
}

const headers: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && csrfToken) request.headers.set('X-CSRF-Token', csrfToken);
    request.headers.set('Accept-Language', document.documentElement.lang || 'en');
    return request;
  },
  onError({ error }) {
    return new ApiUnreachable(error);
  },
};

/** The typed client of our API. Every call goes through `unwrap`, which turns refusals into `ApiProblem`. */
export const api = createClient<paths>({ baseUrl: '' });
api.use(headers);

/** The body of an answer. @throws ApiProblem when the API refused, ApiUnreachable when it did not answer. */
export async function unwrap<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw toProblem(response, error);
  return data as T;
}

/** The header that says which version a change is based on. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

/** The header that makes a POST safe to send again. */
export const idempotent = (key: string) => ({ 'Idempotency-Key': key });
