import { DEMO_PARTS } from '../../apps/cli/src/demo/parts';
import type { TestApp } from './app';

/** Password of everybody in a demo that a test loads. */
export const DEMO_PASSWORD = 'braid-the-pathways-2026';

/** Loads the demo, or what is missing of it, into the database of a test. Start the app with `DEMO` on. */
export async function loadDemoParts(app: TestApp): Promise<void> {
  for (const part of DEMO_PARTS) await part.load({ services: app.nest, password: DEMO_PASSWORD });
}
