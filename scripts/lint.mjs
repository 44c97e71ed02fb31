// npm run lint: types, lint, format, boundaries between modules, dead code.
import { runChecks } from './lib/checks.mjs';
import { checkMachine } from './lib/machine.mjs';

checkMachine();
const { failed } = await runChecks();
process.exitCode = failed ? 1 : 0;
