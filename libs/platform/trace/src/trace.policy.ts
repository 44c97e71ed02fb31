import type { Policy } from '@platform/access';
import { TraceLink } from './trace-link.entity';

/** Whoever has a role may ask for threads; what they see of one is decided by the policies of its records. */
export const tracePolicy: Policy = (actor, allow) => {
  if (actor.grants.length > 0) allow('read', TraceLink);
};
