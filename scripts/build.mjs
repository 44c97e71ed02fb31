// npm run build: builds the server and the pages where they are missing or older than their sources.
import { ensureBuilt } from './lib/build.mjs';
import { checkMachine } from './lib/machine.mjs';

checkMachine();
await ensureBuilt(['server', 'web']);
