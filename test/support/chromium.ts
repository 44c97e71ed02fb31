import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { PROJECT_ROOT } from '@platform/config';

const PACKED = path.join(PROJECT_ROOT, 'node_modules/@sparticuz/chromium/bin');
const UNPACKED = path.join(PROJECT_ROOT, 'node_modules/.cache/chromium');
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ARGUMENTS = [
  '--no-sandbox', // tests also run as root, where Chromium starts no other way
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens Chromium: `CHROMIUM_PATH`, that of the system, or the one that comes with npm. @throws Error without any */
export async function openChromium(): Promise<Browser> {
  const installed = process.env.CHROMIUM_PATH ?? onPath();
  if (installed) return chromium.launch({ executablePath: installed, args: ARGUMENTS });
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'No Chromium here: install one, name it in CHROMIUM_PATH, or leave these tests out: SKIP_BROWSER=1.',
    );
  const folder = unpack();
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args: [...ARGUMENTS, '--no-zygote'],
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: path.join(folder, 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  });
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
}

/** Unpacks the browser of the npm package, once per checkout: beside its place, so that half of it is never used. */
function unpack(): string {
  if (fs.existsSync(UNPACKED)) return UNPACKED;
  const beside = `${UNPACKED}.${process.pid}`;
  fs.mkdirSync(beside, { recursive: true });
  fs.writeFileSync(path.join(beside, 'chromium'), unpacked('chromium.br'), { mode: 0o755 });
  for (const part of ['al2023', 'fonts', 'swiftshader'])
    execFileSync('tar', ['-x', '-C', beside], { input: unpacked(`${part}.tar.br`) });
  fs.writeFileSync(path.join(beside, 'fonts.conf'), fontSettings());
  try {
    fs.renameSync(beside, UNPACKED);
  } catch {
    fs.rmSync(beside, { recursive: true, force: true }); // another process was faster
  }
  return UNPACKED;
}

function unpacked(name: string): Buffer {
  return brotliDecompressSync(fs.readFileSync(path.join(PACKED, name)));
}

/** The package's own file names folders of another system: without this one all text would be blank. */
function fontSettings(): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${UNPACKED}/fonts</dir>
<dir>/usr/share/fonts</dir><cachedir>${UNPACKED}/font-cache</cachedir></fontconfig>`;
}
