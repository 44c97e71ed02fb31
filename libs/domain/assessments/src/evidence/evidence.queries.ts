import { Injectable } from '@nestjs/common';
import { Settings } from '@domain/directory';
import { PartnershipsQueries } from '@domain/partnerships';
import { Access } from '@platform/access';
import type { Actor } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { type Page, type PageSpec, readPage } from '@platform/http';
import { isEvidenceDated } from '../rules/cycle-calendar';
import { Evidence, EvidenceIndicator } from './evidence.entity';
import type { EvidenceListQuery } from './evidence.request';
import type { EvidenceResponse } from './evidence.response';

const SUPPORTS = `exists (select 1 from evidence_indicator i
  where i.tenant_id = e.tenant_id and i.evidence_id = e.id and i.indicator_key = :indicatorKey)`;

const SPEC: PageSpec<Evidence> = {
  sort: {
    title: { by: 'e.title', of: (row) => row.title },
    createdAt: { by: 'e.createdAt', of: (row) => row.createdAt.toISOString() },
  },
  defaultSort: '-createdAt',
  idColumn: 'e.id',
  idOf: (row) => row.id,
};

/** Reads evidence. */
@Injectable()
export class EvidenceQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly partnerships: PartnershipsQueries,
  ) {}

  /** One page of the evidence that the actor may see. */
  async list(actor: Actor, list: EvidenceListQuery): Promise<Page<EvidenceResponse>> {
    const today = await this.partnerships.today(actor.tenantId);
    return this.database.read(actor, async (tx) => {
      const { partnershipId, assessmentId, indicatorKey } = list;
      const query = tx.readable(Evidence, 'e');
      if (partnershipId) query.where('e.partnershipId = :partnershipId', { partnershipId });
      if (assessmentId) query.where('e.assessmentId = :assessmentId', { assessmentId });
      if (indicatorKey) query.where(SUPPORTS, { indicatorKey });
      const page = await readPage<Evidence, Evidence>(tx, query, list, SPEC);
      return { ...page, items: await this.views(tx, page.items, today) };
    });
  }

  /** One piece of evidence. @throws NotFound */
  async one(actor: Actor, id: string): Promise<EvidenceResponse> {
    const today = await this.partnerships.today(actor.tenantId);
    return this.database.read(actor, async (tx) => {
      const [view] = await this.views(tx, [await tx.rows(Evidence).visible(id)], today);
      return view;
    });
  }

  private async views(tx: Tx, rows: Evidence[], today: string): Promise<EvidenceResponse[]> {
    const settings = await Settings.of(tx);
    const links = await tx.rows(EvidenceIndicator).find({ evidenceId: rows.map(({ id }) => id) });
    return rows.map((row) => {
      const { id, version, partnershipId, assessmentId, title, kind, url, fileId, periodFrom, periodTo, sharing } = row;
      const datedOn = periodTo ?? row.createdAt.toISOString().slice(0, 10);
      return {
        ...{ id, version, partnershipId, assessmentId, title, kind, url, fileId, periodFrom, periodTo, sharing },
        mine: row.ownerPersonId === tx.actor.personId,
        dated: isEvidenceDated(datedOn, today, settings),
        indicatorKeys: links.filter(({ evidenceId }) => evidenceId === id).map(({ indicatorKey }) => indicatorKey),
        allowed: this.access.allowed(tx.actor, row, ['update', 'delete']),
      };
    });
  }
}
