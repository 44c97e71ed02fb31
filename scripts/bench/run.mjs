import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../lib/machine.mjs';
import { benchCases } from './cases.mjs';
import { openBenchDatabase } from './database.mjs';
import { median, measure } from './load.mjs';
import { printTable } from './report.mjs';

const CONNECTIONS = [1, 10, 50];
const RUNS = 3;

/** Runs every case against the API and the floor by turns and prints medians of three runs. */
export async function runBench({ json, scale, only, seconds }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'braidway-bench-'));
  fs.chmodSync(folder, 0o755); // started by root, PostgreSQL runs as another account
  const children = [];
  const database = await openBenchDatabase(folder, scale ? 200_000 : 20_000, note);
  try {
    const cases = await benchCases(database, only);
    const api = await startServer('dist/apps/api/src/main.js', [], { ...database.environment, PORT: '0' }, children);
    const floorPlans = path.join(folder, 'plans.json');
    fs.writeFileSync(floorPlans, JSON.stringify(cases.flatMap((each) => each.plans)));
    const floorArgs = [database.url, database.tenantId, floorPlans];
    const floor = await startServer('scripts/bench/floor.mjs', floorArgs, {}, children);
    const rows = [];
    for (const each of cases)
      for (const connections of CONNECTIONS) rows.push(await compare(each, connections, api, floor, seconds));
    if (json) console.log(JSON.stringify(rows));
    else printTable(rows);
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await database.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(each, connections, api, floor, seconds) {
  note(`${each.name}, ${connections} connection(s)`);
  const ours = [];
  const theirs = [];
  for (let run = 0; run < RUNS; run += 1) {
    theirs.push(await measure(floor, await each.floorRequests(), connections, seconds));
    ours.push(await measure(api, await each.requests(), connections, seconds));
  }
  const pick = (results, key) => median(results.map((result) => result[key]));
  const [rps, floorRps] = [pick(ours, 'rps'), pick(theirs, 'rps')];
  return {
    name: each.name,
    connections,
    rps,
    p50Ms: pick(ours, 'p50Ms'),
    p99Ms: pick(ours, 'p99Ms'),
    floorRps,
    ratio: Number((rps / floorRps).toFixed(2)),
  };
}

/** Starts a server on a free port; it answers with its address on the channel to its parent. */
async function startServer(file, args, environment, children) {
  const preload = file.startsWith('dist') ? ['--require', path.join(ROOT, 'scripts/bench/tell-port.cjs')] : [];
  const child = fork(path.join(ROOT, file), args, {
    env: { ...process.env, ...environment },
    execArgv: preload,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${file} ended with ${code} before it was ready.`);
    }),
  ]);
  return `http://127.0.0.1:${message.port}`;
}

function note(line) {
  process.stderr.write(`${line}\n`);
}
