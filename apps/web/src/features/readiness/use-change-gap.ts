import { api, ifMatch, unwrap } from '../../api/client';
import { useTenant, type Gap } from '../../api/readiness';
import type { Judgment } from './band';
import { useWrite } from '../../api/use-write';

/** What may be changed of a gap. */
export interface GapChange {
  impact?: Judgment;
  effort?: Judgment;
  band?: Gap['band'];
  bandReason?: string | null;
  chosen?: boolean;
  blockedBy?: string[];
}

/** Changes a gap and reads again what shows it. */
export function useChangeGap(gap: Gap, onSuccess: (changed: Gap) => void) {
  const tenant = useTenant();
  return useWrite(
    (body: GapChange) =>
      unwrap(
        api.PATCH('/api/v1/t/{tenant}/gaps/{id}', {
          params: { path: { tenant, id: gap.id }, header: ifMatch(gap.version) },
          body,
        }),
      ),
    {
      refresh: [
        ['gap', tenant],
        ['gaps', tenant],
        ['my-work', tenant],
        ['caseload', tenant],
      ],
      onSuccess,
    },
  );
}
