import { execFile } from 'node:child_process';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '@platform/config';
import type { CommandDefinition } from '../run';

const PROGRAM = path.join(PROJECT_ROOT, 'dist/apps/api/src/write-openapi.js');
const BYTES_AT_MOST = 50_000_000;

/** `openapi`: prints the OpenAPI document of the API; needs no database. */
export const command: CommandDefinition = (program, run) =>
  program
    .command('openapi')
    .description('print the OpenAPI document of the API')
    .option('--json', 'print the document on one line')
    .action(
      run(async () => {
        const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM], { maxBuffer: BYTES_AT_MOST });
        return { text: stdout.trimEnd(), data: JSON.parse(stdout) as unknown };
      }),
    );
