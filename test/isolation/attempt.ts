import type { SignedInPerson } from '../support/builders/directory';
import type { Arranged } from './route-case';
import type { World } from './world';

/** A route of the OpenAPI document. */
export interface Route {
  operationId: string;
  method: string;
  /** With `{tenant}` and the like. */
  path: string;
}

/** What came back. */
export interface Answered {
  status: number;
  text: string;
}

/** Sends an arranged request at a tenant's address as somebody, or as nobody. */
export async function attempt(
  world: World,
  route: Route,
  arranged: Arranged,
  who: SignedInPerson | null,
  tenantSlug: string,
): Promise<Answered> {
  const params: Record<string, string> = { ...arranged.params, tenant: tenantSlug };
  const address = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]));
  const answer = await world.app.nest.inject({
    method: route.method.toUpperCase() as 'GET',
    url: `${address}${arranged.query ?? ''}`,
    headers: {
      ...who?.headers,
      ...arranged.headers,
      ...(arranged.version === undefined ? {} : { 'if-match': `"${arranged.version}"` }),
      ...(arranged.upload ? { 'content-type': `multipart/form-data; boundary=${MARK}` } : {}),
    },
    ...payloadOf(arranged),
  });
  return { status: answer.statusCode, text: answer.body };
}

const MARK = 'm-a-r-k';

function payloadOf({ body, upload }: Arranged): { payload?: object | Buffer } {
  if (!upload) return body ? { payload: body } : {};
  const part = (name: string, value: string) =>
    `--${MARK}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const fields = Object.entries(upload.fields ?? {}).map(([name, value]) => part(name, value));
  const head = `--${MARK}\r\ncontent-disposition: form-data; name="file"; filename="${upload.name}"\r\n\r\n`;
  return {
    payload: Buffer.concat([Buffer.from(fields.join('') + head), upload.bytes, Buffer.from(`\r\n--${MARK}--\r\n`)]),
  };
}
