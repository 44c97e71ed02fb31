// npm run bench: how fast the API is beside a floor (bare node:http and pg doing the same SQL) in the same run.
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { checkMachine } from './lib/machine.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false, help: 'prints [{name, connections, rps, p50Ms, p99Ms, floorRps, ratio}]' },
    scale: { type: 'boolean', default: false },
    only: { type: 'string' },
    seconds: { type: 'string', default: '3' },
  },
});

checkMachine();
await ensureBuilt(['server']);
const { runBench } = await import('./bench/run.mjs');
await runBench({ json: values.json, scale: values.scale, only: values.only, seconds: Number(values.seconds) });
process.exit(0);
