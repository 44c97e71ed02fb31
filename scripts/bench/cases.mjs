import { setTimeout as sleep } from 'node:timers/promises';
import { record, template } from './record.mjs';

const T = '/api/v1/t/bench';
const LEVELS = ['planning', 'implementing'];

/** The measured requests. Each knows what it asks of the API, and which recorded SQL is its floor. */
export async function benchCases(database, only) {
  const reads = [
    ['list', ['name', '-name', 'kind', 'city'].map((sort) => `${T}/organizations?total=none&sort=${sort}`)],
    ['list with total', ['name', '-name', 'kind', 'city'].map((sort) => `${T}/organizations?sort=${sort}`)],
    ['one record', database.organizationIds.map((id) => `${T}/organizations/${id}`)],
    ['heat map', [`${T}/readiness/heat-map?instrumentId=${database.instrument.id}`]],
  ];
  const wanted = (name) => !only || name.includes(only);
  const cases = [];
  for (const [name, paths] of reads) if (wanted(name)) cases.push(await readCase(database, name, paths));
  if (wanted('save an answer')) cases.push(await saveCase(database));
  await database.app.close();
  return cases;
}

async function readCase({ app, headers }, name, paths) {
  await app.inject({ method: 'GET', url: paths[0], headers }); // what is remembered afterwards is no part of the floor
  const plans = [];
  for (const path of paths) plans.push([path, { statements: await record(app, { method: 'GET', path, headers }) }]);
  const requests = paths.map((path) => ({ method: 'GET', path, headers }));
  return { name, plans, requests: () => requests, floorRequests: () => paths.map((path) => ({ method: 'GET', path })) };
}

/** Saving an answer: each connection writes rows of its own and names the version that the row has by then. */
async function saveCase({ app, admin, headers, openRoundIds, instrument }) {
  const keys = instrument.indicatorKeys;
  const target = (id, key) => ({ id, key, path: `${T}/assessments/${id}/responses/${key}`, version: 1 });
  const ours = openRoundIds.map((id, index) => target(id, keys[index % keys.length]));
  const floors = openRoundIds.map((id, index) => target(id, keys[(index + 7) % keys.length]));
  const save = ({ path, version }) => ({
    method: 'PUT',
    path,
    headers: { ...headers, 'content-type': 'application/json', 'if-match': `"${version}"` },
    body: JSON.stringify({ answer: 'level', level: LEVELS[version % 2] }),
  });
  const plans = [];
  for (const each of floors) {
    const runs = [];
    for (each.version = 1; each.version <= 3; each.version += 1) runs.push(await record(app, save(each)));
    plans.push([each.path, { write: true, statements: template(runs[1], runs[2]) }]);
  }
  const requests = async () => {
    await sleep(300); // a request cut off at the end of the last run may still commit
    await readVersions(admin, ours);
    return shares(ours, save);
  };
  return {
    name: 'save an answer',
    plans,
    requests,
    floorRequests: () => shares(floors, ({ path }) => ({ method: 'GET', path })),
  };
}

async function readVersions(admin, targets) {
  const { rows } = await admin.query(
    'select assessment_id, indicator_key, version from response where assessment_id = any($1)',
    [targets.map(({ id }) => id)],
  );
  const versions = new Map(rows.map((row) => [`${row.assessment_id} ${row.indicator_key}`, row.version]));
  for (const target of targets) target.version = versions.get(`${target.id} ${target.key}`);
}

/** Gives each connection a share of the targets, of which it alone writes. */
function shares(targets, toRequest) {
  const connections = 50;
  let next = 0;
  return (client) => {
    const share = next % connections;
    next += 1;
    const own = targets.filter((_, index) => index % connections === share);
    let turn = 0;
    client.setRequests([toRequest(own[turn])]);
    client.on('response', () => {
      own[turn].version += 1;
      turn = (turn + 1) % own.length;
      client.setRequests([toRequest(own[turn])]);
    });
  };
}
