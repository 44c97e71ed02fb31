import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail, ROOT } from './machine.mjs';

const SHARED = ['package-lock.json', 'tsconfig.json'];
/** What is built, from which sources, into which folders, by which command. */
const TARGETS = {
  server: {
    sources: ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'migrations', 'nest-cli.json', 'tsconfig.build.json'],
    output: ['dist/apps/api', 'dist/apps/worker', 'dist/apps/cli', 'dist/libs', 'dist/migrations'],
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'api'],
    proof: 'dist/apps/cli/src/main.js',
  },
  web: {
    sources: ['apps/web'],
    output: ['dist/apps/web'],
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'apps/web/vite.config.ts'],
    proof: 'dist/apps/web/index.html',
  },
};
/** Written by the build itself, or without influence on it. */
const IGNORED = /(^|\/)(metadata\.ts|node_modules|\.[^/]*|[^/]*\.spec\.tsx?|[^/]*\.md)$/;

/** Builds those of the targets (`server`, `web`) whose result is missing or older than its sources. */
export async function ensureBuilt(names) {
  if (names.every(isFresh)) return;
  fs.mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
  const release = await lockBuild();
  try {
    const stale = names.filter((name) => !isFresh(name));
    if (stale.length) console.error(`Building ${stale.join(' and ')} ...`);
    await Promise.all(stale.map(build));
  } finally {
    release();
  }
}

function isFresh(name) {
  const { proof } = TARGETS[name];
  return fs.existsSync(path.join(ROOT, proof)) && readOr('', stampOf(name)) === fingerprint(name);
}

async function build(name) {
  const { output, command } = TARGETS[name];
  const mark = fingerprint(name); // before the build: a source changed meanwhile is built again next time
  for (const place of [...output, stampOf(name)]) fs.rmSync(path.join(ROOT, place), { recursive: true, force: true });
  const { code, text } = await run(command);
  if (code !== 0) fail(`${text.trim()}\nThe build of the ${name} failed.`);
  fs.writeFileSync(path.join(ROOT, stampOf(name)), mark);
}

function stampOf(name) {
  return `dist/.stamp-${name}`;
}

/** Hash of the names and contents of all sources: a fresh checkout of the same commit needs no build. */
function fingerprint(name) {
  const hash = createHash('sha256');
  for (const file of [...SHARED, ...TARGETS[name].sources].flatMap(filesUnder)) {
    hash.update(`${file}\0`).update(fs.readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex');
}

function filesUnder(place) {
  const stat = fs.statSync(path.join(ROOT, place), { throwIfNoEntry: false });
  if (!stat || IGNORED.test(place)) return [];
  if (!stat.isDirectory()) return [place];
  const names = fs.readdirSync(path.join(ROOT, place)).sort();
  return names.flatMap((name) => filesUnder(`${place}/${name}`));
}

function run(command) {
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => child.kill();
  process.once('exit', stop);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, text, off: process.off('exit', stop) })));
}

/** One build at a time in this checkout; the lock of a killed build is taken over. */
async function lockBuild() {
  const file = path.join(ROOT, 'dist/.build-lock');
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') fail(`Cannot write to ${path.join(ROOT, 'dist')}: ${error.message}`);
    }
    if (!isAlive(Number(readOr('', 'dist/.build-lock')))) fs.rmSync(file, { force: true });
    await sleep(100);
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readOr(fallback, place) {
  try {
    return fs.readFileSync(path.join(ROOT, place), 'utf8');
  } catch {
    return fallback;
  }
}
