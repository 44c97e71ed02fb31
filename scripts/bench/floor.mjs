// The floor: node:http and pg, one pool, prepared statements, the same SQL under the same tenant rule, JSON.stringify,
// no sign-in. What a case runs comes with the request's number; statements were recorded from the application itself.
import http from 'node:http';
import fs from 'node:fs';
import pg from 'pg';

const [url, tenantId, plansFile] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10, pipeline: true });
const names = new Map();
const plans = new Map(JSON.parse(fs.readFileSync(plansFile, 'utf8')));

function named({ text, values }) {
  if (!values?.length) return { text };
  if (!names.has(text)) names.set(text, `f${names.size}`);
  return { name: names.get(text), text, values };
}

/** One run of a recorded write: see `template` in record.mjs. */
function fill({ text, values }) {
  return { text, values: values.map(fillSlot) };
}

function fillSlot(slot) {
  if (slot.now) return new Date();
  if (slot.id) return crypto.randomUUID();
  if (slot.turns) return slot.turns[(slot.turn = ((slot.turn ?? 0) + 1) % 2)];
  return slot.count === undefined ? slot.is : (slot.count += 1);
}

async function runAll(statements, write) {
  const client = await pool.connect();
  try {
    client
      .query(`${write ? 'BEGIN' : 'BEGIN READ ONLY'}; SET LOCAL app.tenant_id = '${tenantId}'`)
      .catch(() => undefined);
    const results = await Promise.all(statements.map((statement) => client.query(named(statement))));
    await client.query('COMMIT');
    return results.map((result) => result.rows);
  } finally {
    client.release();
  }
}

const server = http.createServer((request, response) => {
  const plan = plans.get(request.url);
  const statements = plan.write ? plan.statements.map(fill) : plan.statements;
  runAll(statements, plan.write).then(
    (rows) => {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(rows));
    },
    (error) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});

server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
