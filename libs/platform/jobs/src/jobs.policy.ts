import type { Policy } from '@platform/access';
import { DeadLetter } from './dead-letter.entity';

/** State administrators look after the events that could not be handled. */
export const jobsPolicy: Policy = (actor, allow) => {
  if (actor.is('state_admin')) allow(['read', 'replay'], DeadLetter);
};
