import type { DemoPart } from './demo';
import { DEMO_STATES, demoEmail } from './demo-state';

/** A part that is imported when it is loaded: a start that has its demo needs none of the domain. */
function part(name: string, loader: () => Promise<Omit<DemoPart, 'name'>>): DemoPart {
  return { name, load: async (demo) => (await loader()).load(demo) };
}

/** The parts of the demo in the order in which they build on each other; one file in this folder each. */
export const DEMO_PARTS: DemoPart[] = [
  part('directory', async () => (await import('./directory.part')).directoryPart),
  part('assessments', async () => (await import('./assessments.part')).assessmentsPart),
];

/** Sign-in names of the demo people that stand in the ready line. */
export const DEMO_LOGINS: string[] = [
  ...new Set([
    'coach',
    ...DEMO_STATES.flatMap((state) =>
      state.people.filter(({ signsIn }) => signsIn !== false).map(({ login }) => login),
    ),
    'platform-admin',
  ]),
].map(demoEmail);
