import type { OpenAPIObject } from '@nestjs/swagger';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: object;
}

interface Operation {
  operationId: string;
  summary?: string;
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: object }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema?: object }> }>;
  'x-permission'?: string;
}

const STYLE = `
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #17211f; background: #fff; }
  h2 { margin-top: 2.5rem; border-bottom: 1px solid #dce1df; }
  code, pre { font: 13px/1.5 ui-monospace, monospace; }
  pre { background: #eff2f0; padding: .75rem; overflow-x: auto; white-space: pre-wrap; }
  details { border-bottom: 1px solid #dce1df; padding: .5rem 0; }
  summary { cursor: pointer; } table { border-collapse: collapse; } th, td { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; }
  .method { display: inline-block; min-width: 4rem; font-weight: 700; }
  @media (prefers-color-scheme: dark) { body { color: #e3e9e8; background: #161c1d; } pre { background: #20282a; } a { color: #8fd3e2; } }`;

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** A schema as one short line: the name it refers to, or its JSON. */
function shape(schema: object | undefined): string {
  const text = JSON.stringify(schema ?? {});
  return text.replace(/\{"\$ref":"#\/components\/schemas\/(\w+)"\}/g, '$1').replaceAll('"', '');
}

function parameters(list: Parameter[]): string {
  const rows = list.map(
    ({ name, in: place, required, description, schema }) =>
      `<tr><th scope="row"><code>${escape(name)}</code></th><td>${place}${required ? ', required' : ''}</td><td><code>${escape(shape(schema))}</code> ${escape(description ?? '')}</td></tr>`,
  );
  return rows.length ? `<table><caption hidden>Parameters</caption>${rows.join('')}</table>` : '';
}

function answers({ responses }: Operation): string {
  const lines = Object.entries(responses).map(([status, { description = '', content = {} }]) => {
    const [type, body] = Object.entries(content)[0] ?? [];
    return `<li><code>${status}</code> ${escape(description)} ${type ? `<code>${escape(shape(body?.schema))}</code>` : ''}</li>`;
  });
  return `<ul>${lines.join('')}</ul>`;
}

function operation(method: string, path: string, item: Operation): string {
  const body = Object.values(item.requestBody?.content ?? {})[0]?.schema;
  return `<details id="${escape(item.operationId)}"><summary><code><span class="method">${method.toUpperCase()}</span> ${escape(path)}</code> ${escape(item.summary ?? '')}</summary>
    <p>Right: <code>${escape(item['x-permission'] ?? '')}</code> · operation <code>${escape(item.operationId)}</code></p>
    ${parameters(item.parameters ?? [])}${body ? `<p>Body: <code>${escape(shape(body))}</code></p>` : ''}${answers(item)}</details>`;
}

/** Collection of an address: what the page groups by. */
function collectionOf(path: string): string {
  return path.replace(/^\/api\/v1\/(t\/\{tenant\}\/)?/, '').split('/')[0];
}

/** A page that reads the OpenAPI document to people; the styles carry the nonce of the content policy. */
export function docsPage(document: OpenAPIObject, nonce: string): string {
  const groups = new Map<string, string[]>();
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, each] of Object.entries(item as Record<string, Operation>)) {
      const group = collectionOf(path);
      groups.set(group, [...(groups.get(group) ?? []), operation(method, path, each)]);
    }
  const sections = [...groups].sort(([a], [b]) => a.localeCompare(b));
  const schemas = Object.entries(document.components?.schemas ?? {}).sort(([a], [b]) => a.localeCompare(b));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Braidway API</title><style nonce="${nonce}">${STYLE}</style></head><body><main>
    <h1>Braidway API</h1>
    <p>For programs: <a href="/api/openapi.json">openapi.json</a>. Sign in with <code>POST /api/v1/auth/login</code>, or send <code>Authorization: Bearer</code> with a token made at <code>POST /api/v1/me/tokens</code>. Changes name the version they are based on (<code>If-Match</code>); a repeated POST with the same <code>Idempotency-Key</code> is carried out once.</p>
    <h2>Errors</h2><p>Every refusal is <code>application/problem+json</code> with a stable <code>code</code>, a sentence in <code>detail</code>, one entry in <code>errors</code> for each field, and a <code>requestId</code> to quote.</p>
    ${sections.map(([name, list]) => `<h2 id="${escape(name)}">${escape(name)}</h2>${list.join('')}`).join('')}
    <h2>Schemas</h2>${schemas.map(([name, schema]) => `<details id="schema-${escape(name)}"><summary><code>${escape(name)}</code></summary><pre>${escape(JSON.stringify(schema, null, 2))}</pre></details>`).join('')}
    </main></body></html>`;
}
