import { Injectable } from '@nestjs/common';
import type { Actor } from '@platform/context';
import { Database } from '@platform/database';
import { type Page, type PageSpec, readPage } from '@platform/http';
import { DeadLetter } from './dead-letter.entity';
import type { JobCounts, PlatformJobsResponse, ScheduleResponse, TenantJobCounts } from './dto/jobs.response';
import type { ListJobsRequest } from './dto/list-jobs.request';

const SPEC: PageSpec<DeadLetter> = {
  sort: {
    failedAt: { by: 'letter.failedAt', of: (letter) => letter.failedAt },
    eventType: { by: 'letter.eventType', of: (letter) => letter.eventType },
    handler: { by: 'letter.handler', of: (letter) => letter.handler },
    attempts: { by: 'letter.attempts', of: (letter) => letter.attempts },
  },
  defaultSort: '-failedAt',
  idColumn: 'letter.id',
  idOf: (letter) => letter.id,
};

const STATES = {
  failed: 'letter.resolvedAt is null and letter.replayedAt is null',
  replaying: 'letter.resolvedAt is null and letter.replayedAt is not null',
  resolved: 'letter.resolvedAt is not null',
};

const COUNTS = `
  (select count(*) from outbox o where o.tenant_id = t.id and o.relayed_at is null) as waiting,
  (select count(*) from dead_letter d
   where d.tenant_id = t.id and d.resolved_at is null and d.replayed_at is null) as failed,
  (select count(*) from dead_letter d
   where d.tenant_id = t.id and d.resolved_at is null and d.replayed_at is not null) as replaying`;

/** What administrators see of the jobs. */
@Injectable()
export class JobsQueries {
  constructor(private readonly database: Database) {}

  /** A page of given-up jobs that the actor may see, and the counts of the tenant. */
  list(actor: Actor, list: ListJobsRequest): Promise<Page<DeadLetter> & { counts: JobCounts }> {
    return this.database.read(actor, async (tx) => {
      const query = tx.readable(DeadLetter, 'letter');
      if (list.state) query.where(STATES[list.state]);
      if (list.eventType) query.where('letter.eventType = :eventType', { eventType: list.eventType });
      if (list.handler) query.where('letter.handler = :handler', { handler: list.handler });
      const page = await readPage(tx, query, list, SPEC);
      const [counts] = await tx.query<JobCounts>(`select ${COUNTS} from (select $1::uuid as id) t`, [tx.tenantId]);
      return { ...page, counts };
    });
  }

  /** Counts of all tenants and the state of the schedules; no tenant's records. */
  platform(): Promise<PlatformJobsResponse> {
    return this.database.system('jobs', async (tx) => {
      const tenants = await tx.query<TenantJobCounts>(
        `select t.slug as tenant, ${COUNTS} from tenant t order by t.slug`,
      );
      const schedules = await tx.query<ScheduleResponse>(
        `select name, next_at as "nextAt", done_at as "doneAt", failed_at as "failedAt", error
         from schedule order by name`,
      );
      const [{ oldest }] = await tx.query<{ oldest: Date | null }>(
        'select min(run_after) as oldest from outbox where relayed_at is null',
      );
      const sum = (key: keyof JobCounts) => tenants.reduce((total, tenant) => total + tenant[key], 0);
      return {
        waiting: sum('waiting'),
        failed: sum('failed'),
        replaying: sum('replaying'),
        oldestWaitingAt: oldest,
        tenants,
        schedules,
      };
    });
  }
}
