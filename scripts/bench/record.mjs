import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../lib/machine.mjs';

const require = createRequire(import.meta.url);

/** Sends one request to the application in this process and answers the SQL that it sent for it, with its parameters. */
export async function record(app, request) {
  const { TenantClient } = require(path.join(ROOT, 'dist/libs/platform/database/src/tenant-client.js'));
  const { query } = TenantClient.prototype;
  const statements = [];
  TenantClient.prototype.query = function recorded(text, values, ...rest) {
    if (typeof text === 'string') statements.push({ text, values: values ?? [] });
    return query.call(this, text, values, ...rest);
  };
  try {
    const answer = await app.inject({
      method: request.method,
      url: request.path,
      headers: request.headers,
      payload: request.body,
    });
    if (answer.statusCode >= 300)
      throw new Error(`${request.method} ${request.path}: ${answer.statusCode} ${answer.body}`);
    return statements;
  } finally {
    TenantClient.prototype.query = query;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

/**
 * What changes from one run of the same write to the next, found by comparing two of them: new ids, versions that count
 * up, instants, and the value that is written by turns.
 */
export function template(first, second) {
  if (first.length !== second.length) throw new Error('The write does not send the same statements each time.');
  return first.map(({ text, values }, index) => {
    if (text !== second[index].text) throw new Error(`The write does not send the same statements each time: ${text}`);
    return { text, values: values.map((value, position) => slot(value, second[index].values[position])) };
  });
}

function slot(value, next) {
  if (value instanceof Date) return { now: true };
  if (JSON.stringify(value) === JSON.stringify(next)) return { is: value };
  if (typeof value === 'number' && next === value + 1) return { count: next };
  if (typeof value === 'string' && UUID.test(value)) return { id: true };
  return { turns: [value, next] };
}
