import { spawn } from 'node:child_process';
import os from 'node:os';
import { ROOT } from './machine.mjs';

const CACHE = 'node_modules/.cache';
const tsc = (name, project) => [
  ...['node_modules/typescript/bin/tsc', '--noEmit', '-p', project],
  ...['--incremental', '--tsBuildInfoFile', `${CACHE}/tsc-${name}`],
];

/** Everything that is checked without running the product: name and command. */
const CHECKS = {
  'types of the server': tsc('server', 'tsconfig.json'),
  'types of the web': tsc('web', 'apps/web/tsconfig.json'),
  'lint (oxlint)': ['node_modules/oxlint/bin/oxlint', '-c', 'oxlint.json', '--type-aware', '--deny-warnings'],
  'format (prettier)': ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '--cache', '.'],
  'boundaries (dependency-cruiser)': [
    ...['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '-c', '.dependency-cruiser.cjs'],
    ...['--output-type', 'err', 'apps', 'libs', 'migrations', 'test'],
  ],
  'dead code (knip)': ['node_modules/knip/bin/knip.js', '--no-progress'],
};

/** Runs all checks, as many at once as there are cores, and prints each result. */
export async function runChecks() {
  const waiting = Object.entries(CHECKS);
  const counts = { passed: 0, failed: 0 };
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      counts[(await check(...next)) ? 'passed' : 'failed']++;
  };
  await Promise.all(Array.from({ length: Math.min(os.availableParallelism(), 4) }, work));
  return counts;
}

function check(name, command) {
  const began = performance.now();
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  return new Promise((resolve) =>
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      if (code !== 0) console.log(text.trim());
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      resolve(code === 0);
    }),
  );
}
