// npm run cli -- <command>: builds the server when it is missing or old, then runs the command in this process.
import { ensureBuilt } from './lib/build.mjs';
import { checkMachine } from './lib/machine.mjs';

checkMachine();
await ensureBuilt(['server']);
await import('../dist/apps/cli/src/main.js');
