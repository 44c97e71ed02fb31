// npm start: builds what is missing or old, then starts the whole system in this process.
import { ensureBuilt } from './lib/build.mjs';
import { checkMachine } from './lib/machine.mjs';

checkMachine();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stopBuilding);
await ensureBuilt(['server', 'web']);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stopBuilding);
process.argv.splice(2, 0, 'start');
await import('../dist/apps/cli/src/main.js');

function stopBuilding() {
  process.exit(0);
}
