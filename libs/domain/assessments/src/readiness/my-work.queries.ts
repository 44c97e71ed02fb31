import { Injectable } from '@nestjs/common';
import { Partnership, PartnershipsQueries } from '@domain/partnerships';
import type { Actor } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { Gap } from '../gaps/gap.entity';
import { Instruments } from '../instruments/instruments';
import { AssessmentsQueries } from '../rounds/assessments.queries';
import { missingSystems } from './missing-systems';
import type { GapsOfElement, MyPartnership, MyWorkResponse } from './my-work.response';

const ASKED = `exists (select 1 from respondent r where r.tenant_id = a.tenant_id and r.assessment_id = a.id
  and r.person_id = :me`;
const MEMBER_ROLE = `(select m.role from partnership_member m
  join membership w on w.tenant_id = m.tenant_id and w.organization_id = m.organization_id
  where m.tenant_id = p.tenant_id and m.partnership_id = p.id and w.person_id = :me
    and m.starts_on <= :today and (m.ends_on is null or m.ends_on >= :today)
    and w.starts_on <= :today and (w.ends_on is null or w.ends_on >= :today)
  order by m.starts_on, m.id limit 1)`;
const AT_MOST = 100;

/** Reads the first screen of everybody else. */
@Injectable()
export class MyWorkQueries {
  constructor(
    private readonly database: Database,
    private readonly assessments: AssessmentsQueries,
    private readonly partnerships: PartnershipsQueries,
    private readonly instruments: Instruments,
  ) {}

  /** What waits for the actor. */
  async myWork(actor: Actor): Promise<MyWorkResponse> {
    const today = await this.partnerships.today(actor.tenantId);
    return this.database.read(actor, async (tx) => {
      const [toAnswer, talks, toApprove, gapsByElement, partnerships] = await Promise.all([
        this.assessments.some(tx, `a.status = 'open' and ${ASKED} and r.status <> 'submitted')`),
        this.assessments.some(tx, `a.status in ('closed', 'in_consensus')`),
        this.assessments.some(tx, `a.status = 'awaiting_approval'`),
        this.gaps(tx),
        this.mine(tx, today),
      ]);
      const leads = (allowed: string[]) => allowed.includes('facilitate') || allowed.includes('start_consensus');
      return {
        toAnswer: toAnswer.filter(({ allowed }) => allowed.includes('answer')),
        consensus: talks.filter(({ allowed, myStatus }) => myStatus !== null || leads(allowed)),
        toApprove: toApprove.filter(({ allowed }) => allowed.includes('lock')),
        ...{ gapsByElement, partnerships },
      };
    });
  }

  private async gaps(tx: Tx): Promise<GapsOfElement[]> {
    const rows = await tx
      .readable(Gap, 'g')
      .innerJoin('partnership', 'p', 'p.tenant_id = g.tenant_id and p.id = g.partnership_id')
      .innerJoin('assessment', 'a', 'a.tenant_id = g.tenant_id and a.id = g.assessment_id')
      .select('g.partnership_id', 'partnershipId')
      .addSelect('p.name', 'partnershipName')
      .addSelect('g.element_key', 'elementKey')
      .addSelect('a.instrument_id', 'instrumentId')
      .addSelect('count(*)', 'open')
      .addSelect('count(*) filter (where g.chosen)', 'chosen')
      .where(`g.state = 'current'`)
      .groupBy('g.partnership_id, p.name, g.element_key, a.instrument_id')
      .orderBy('p.name')
      .addOrderBy('g.element_key')
      .limit(AT_MOST * 6)
      .getRawMany<Omit<GapsOfElement, 'title'> & { instrumentId: string }>();
    return Promise.all(
      rows.map(async ({ instrumentId, ...row }) => {
        const { definition } = await this.instruments.of(tx, instrumentId);
        const title = definition.elements.find(({ key }) => key === row.elementKey)?.title ?? row.elementKey;
        return { ...row, title };
      }),
    );
  }

  private async mine(tx: Tx, today: string): Promise<MyPartnership[]> {
    const rows = await tx
      .readable(Partnership, 'p')
      .select(['p.id as id', 'p.name as name', 'p.level as level'])
      .addSelect(MEMBER_ROLE, 'memberRole')
      .where(`p.status <> 'ended'`)
      .setParameters({ me: tx.actor.personId ?? null, today })
      .orderBy('p.name')
      .limit(AT_MOST)
      .getRawMany<{ id: string; name: string; level: 'state' | 'local'; memberRole: string | null }>();
    const missing = await missingSystems(tx, rows, today);
    return rows.map(({ id, name, memberRole }) => ({ id, name, memberRole, missingSystems: missing.get(id)! }));
  }
}
