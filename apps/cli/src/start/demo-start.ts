import type { Config } from '@platform/config';
import { demoIsRemoved, demoPassword, loadDemo, missingDemoParts } from '../demo/demo';
import { DEMO_LOGINS } from '../demo/parts';
import { withServices } from '../services';

/** Loads what the demo still lacks. @returns the end of the ready line: who can sign in, and how. */
export async function prepareDemo(config: Config, notice: (line: string) => void): Promise<string> {
  const parts = missingDemoParts(config);
  if (parts.length) {
    notice('Loading the demo ...');
    await withServices((services) => loadDemo(config, services, parts));
  }
  const [first, ...others] = DEMO_LOGINS;
  if (!first || demoIsRemoved(config)) return '';
  const more = others.map((login) => login.replace(/@.*/, '@')).join(' ');
  return ` - sign in as ${first} with password ${demoPassword(config)} (demo; also ${more})`;
}
