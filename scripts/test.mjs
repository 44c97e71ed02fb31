// npm test: build, all checks, all tests; the last line counts them. With arguments: Jest alone, with these arguments.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { runChecks } from './lib/checks.mjs';
import { checkMachine, ROOT } from './lib/machine.mjs';

checkMachine();
const wanted = process.argv.slice(2);
await ensureBuilt(['server', 'web']);
const checks = wanted.length ? { passed: 0, failed: 0 } : await runChecks();
const tests = await runJest(wanted);
const total = { passed: checks.passed + tests.passed, failed: checks.failed + tests.failed };
console.log(`${total.passed} passed, ${total.failed} failed${tests.skipped ? `, ${tests.skipped} skipped` : ''}`);
process.exitCode = total.failed ? 1 : 0;

async function runJest(args) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'braidway-jest-'));
  const report = path.join(folder, 'report.json');
  const command = ['node_modules/jest/bin/jest.js', '--ci', '--json', `--outputFile=${report}`, ...args];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const counts = fs.existsSync(report) ? countsOf(JSON.parse(fs.readFileSync(report, 'utf8'))) : undefined;
  fs.rmSync(folder, { recursive: true });
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  return { ...counts, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed };
}

/** A file that does not even load counts as one failed test. */
function countsOf(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
