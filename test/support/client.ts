import type { TestApp } from './app';

/** An answer of the API. */
export interface Answer<T> {
  status: number;
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
}

type Headers = Record<string, string>;

/** What a test reads of a body without saying its type. */
type Body = ReturnType<typeof JSON.parse>;

/** Sends requests as one person, or as nobody. Paths begin at `/api/v1`. */
export function as(app: TestApp, person?: { headers: Headers }) {
  const send = async <T = Body>(
    method: string,
    path: string,
    body?: object,
    more: Headers = {},
  ): Promise<Answer<T>> => {
    const answer = await app.nest.inject({
      method: method as 'GET',
      url: `/api/v1${path}`,
      headers: { ...person?.headers, ...more },
      ...(body === undefined ? {} : { payload: body }),
    });
    const json = String(answer.headers['content-type'] ?? '').includes('json');
    return { status: answer.statusCode, body: (json ? answer.json() : answer.body) as T, headers: answer.headers };
  };
  const at = (version?: number | '*'): Headers => {
    if (version === '*') return { 'if-none-match': '*' };
    return version === undefined ? {} : { 'if-match': `"${version}"` };
  };
  return {
    get: <T = Body>(path: string, headers?: Headers) => send<T>('GET', path, undefined, headers),
    post: <T = Body>(path: string, body: object = {}, headers?: Headers) => send<T>('POST', path, body, headers),
    put: <T = Body>(path: string, body: object, version?: number | '*') => send<T>('PUT', path, body, at(version)),
    patch: <T = Body>(path: string, body: object, version?: number) => send<T>('PATCH', path, body, at(version)),
    delete: <T = Body>(path: string, version?: number) => send<T>('DELETE', path, undefined, at(version)),
  };
}
