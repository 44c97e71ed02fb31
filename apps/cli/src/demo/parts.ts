import type { DemoPart } from './demo';
import { DEMO_STATES, demoEmail } from './demo-state';
import { directoryPart } from './directory.part';

/** The parts of the demo in the order in which they build on each other; one file in this folder each. */
export const DEMO_PARTS: DemoPart[] = [directoryPart];

/** Sign-in names of the demo people that stand in the ready line. */
export const DEMO_LOGINS: string[] = [
  ...new Set([
    'coach',
    ...DEMO_STATES.flatMap((state) => state.people.map((person) => person.login)),
    'platform-admin',
  ]),
].map(demoEmail);
