import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import type { Actor } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { Assessment } from '../rounds/assessment.entity';
import { Respondent } from './respondent.entity';
import type { RespondentListResponse, RespondentResponse } from './respondent.response';

type Row = Omit<RespondentResponse, 'allowed'>;

const SELECT = `
  select r.id, r.version, r.person_id as "personId", p.display_name as "personName",
    r.organization_id as "organizationId", o.name as "organizationName", r.system, r.status,
    (select count(*) from response x where x.tenant_id = r.tenant_id and x.respondent_id = r.id) as answered,
    r.submitted_at as "submittedAt"
  from respondent r
  join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
  join organization o on o.tenant_id = r.tenant_id and o.id = r.organization_id
  where r.tenant_id = $1 and r.id = any($2) order by p.display_name, r.id`;

/** Reads the team of an assessment: whom it was asked of and how far they are, never what they answered. */
@Injectable()
export class RespondentsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** Those who set the round up see the team, everybody else themselves. @throws NotFound */
  list(actor: Actor, assessmentId: string): Promise<RespondentListResponse> {
    return this.database.read(actor, async (tx) => {
      const assessment = await tx.rows(Assessment).visible(assessmentId);
      const mayInvite = this.access.can(actor, 'invite', assessment);
      const rows = mayInvite
        ? await tx.rows(Respondent).find({ assessmentId })
        : await tx.readable(Respondent, 'r').where('r.assessmentId = :assessmentId', { assessmentId }).getMany();
      const open = assessment.status === 'draft' || assessment.status === 'open';
      return { items: await this.rows(tx, rows, mayInvite && open) };
    });
  }

  /** One member of the team, for the answer to a change. */
  one(actor: Actor, id: string): Promise<RespondentResponse> {
    return this.database.read(actor, async (tx) => {
      const [row] = await this.rows(tx, [await tx.rows(Respondent).get(id)], true);
      return row;
    });
  }

  private async rows(tx: Tx, rows: Respondent[], mayRemove: boolean): Promise<RespondentResponse[]> {
    const found = await tx.query<Row>(SELECT, [tx.tenantId, rows.map(({ id }) => id)]);
    return found.map((row) => ({ ...row, allowed: mayRemove && row.answered === 0 ? ['delete'] : [] }));
  }
}
