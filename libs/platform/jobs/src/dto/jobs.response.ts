import { DeadLetterResponse } from './dead-letter.response';

/** How many events are in which state. */
export class JobCounts {
  /** Not yet handed to a handler. */
  waiting: number;
  /** Given up: an administrator must look. */
  failed: number;
  /** Being tried again. */
  replaying: number;
}

/** The jobs of one tenant: counts, and a page of those that were given up. */
export class JobsResponse {
  items: DeadLetterResponse[];
  nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
  counts: JobCounts;
}

/** A schedule of the platform. */
export class ScheduleResponse {
  name: string;
  nextAt: Date;
  doneAt: Date | null;
  failedAt: Date | null;
  /** Kind, code and place of the last error; no personal data. */
  error: string | null;
}

/** Counts of one tenant, without any of its records. */
export class TenantJobCounts extends JobCounts {
  /** The tenant's name in addresses. */
  tenant: string;
}

/** The jobs of the whole platform. */
export class PlatformJobsResponse extends JobCounts {
  /** When the oldest waiting event was due. */
  oldestWaitingAt: Date | null;
  tenants: TenantJobCounts[];
  schedules: ScheduleResponse[];
}
