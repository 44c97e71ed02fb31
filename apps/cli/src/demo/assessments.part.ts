import { DemoClock } from '@platform/jobs';
import { DemoCast } from './demo-cast';
import type { DemoPart } from './demo';
import { DEMO_ROUNDS } from './demo-round';
import { DEMO_STATES } from './demo-state';
import { RoundLoader } from './round-loader';

/** Rounds of the demo: one open for answers, one in consensus, others locked long ago. */
export const assessmentsPart: Omit<DemoPart, 'name'> = {
  load: ({ services }) =>
    services.get(DemoClock).apart(async (clock) => {
      const now = clock.now();
      for (const state of DEMO_STATES) {
        const cast = await DemoCast.of(services, state);
        for (const round of DEMO_ROUNDS[state.slug] ?? [])
          await new RoundLoader(services, cast, round, clock, now).load();
      }
    }),
};
