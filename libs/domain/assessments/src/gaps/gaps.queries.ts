import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, NotFound } from '@platform/context';
import { Database, type ReadQuery, type Tx } from '@platform/database';
import { type Page, type PageSpec, readPage } from '@platform/http';
import { Instruments } from '../instruments/instruments';
import { indicatorsOf } from '../rules/instrument-definition';
import { Gap } from './gap.entity';
import type { GapListQuery } from './gap.request';
import type { GapResponse } from './gap.response';

const FIELDS: Record<string, string> = {
  id: 'g.id',
  version: 'g.version',
  assessmentId: 'g.assessment_id',
  partnershipId: 'g.partnership_id',
  partnershipName: '(select p.name from partnership p where p.tenant_id = g.tenant_id and p.id = g.partnership_id)',
  instrumentId: '(select a.instrument_id from assessment a where a.tenant_id = g.tenant_id and a.id = g.assessment_id)',
  indicatorKey: 'g.indicator_key',
  elementKey: 'g.element_key',
  state: 'g.state',
  consensusLevel: 'g.consensus_level',
  targetLevel: 'g.target_level',
  size: 'g.size',
  provisional: 'g.provisional',
  impact: 'g.impact',
  effort: 'g.effort',
  band: 'g.band',
  bandReason: 'g.band_reason',
  chosen: 'g.chosen',
  order: 'g.priority_order',
  blockedBy: `array(select b.blocker_gap_id from gap_block b
    where b.tenant_id = g.tenant_id and b.blocked_gap_id = g.id order by b.id)`,
};

type Row = Omit<GapResponse, 'indicatorCode' | 'statement' | 'proposedBand' | 'allowed'> & { instrumentId: string };

const SPEC: PageSpec<Row> = {
  sort: {
    order: { by: 'g.priorityOrder', of: (row) => row.order },
    size: { by: 'g.size', of: (row) => row.size, nullable: true },
    indicatorKey: { by: 'g.indicatorKey', of: (row) => row.indicatorKey },
    partnershipId: { by: 'g.partnershipId', of: (row) => row.partnershipId },
  },
  defaultSort: 'partnershipId,order',
  idColumn: 'g.id',
  idOf: (row) => row.id,
  raw: true,
};

/** Reads gaps with their order. */
@Injectable()
export class GapsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly instruments: Instruments,
  ) {}

  /** One page of the gaps that the actor may see. */
  list(actor: Actor, list: GapListQuery): Promise<Page<GapResponse>> {
    return this.database.read(actor, async (tx) => {
      const query = filtered(fieldsOf(tx), list);
      const page = await readPage<Row, Gap>(tx, query, list, SPEC);
      return { ...page, items: await this.items(tx, page.items) };
    });
  }

  /** One gap. @throws NotFound */
  one(actor: Actor, id: string): Promise<GapResponse> {
    return this.database.read(actor, async (tx) => {
      const rows = await fieldsOf(tx).where('g.id = :id', { id }).getRawMany<Row>();
      if (rows.length === 0) throw new NotFound('gap');
      const [item] = await this.items(tx, rows);
      return item;
    });
  }

  private async items(tx: Tx, rows: Row[]): Promise<GapResponse[]> {
    const words = new Map<string, Map<string, { code: string; statement: string }>>();
    for (const instrumentId of new Set(rows.map((row) => row.instrumentId))) {
      const { definition } = await this.instruments.of(tx, instrumentId);
      words.set(instrumentId, new Map(indicatorsOf(definition).map((indicator) => [indicator.key, indicator])));
    }
    return rows.map(({ instrumentId, ...row }) => {
      const { code, statement } = words.get(instrumentId)!.get(row.indicatorKey)!;
      const { id, partnershipId, state, impact, effort } = row;
      const gap = Object.assign(new Gap(), { id, partnershipId, state, impact, effort });
      const allowed = state === 'current' ? this.access.allowed(tx.actor, gap, ['update']) : [];
      return { ...row, indicatorCode: code, statement, proposedBand: gap.proposed, allowed };
    });
  }
}

function fieldsOf(tx: Tx): ReadQuery<Gap> {
  const query = tx.readable(Gap, 'g').select([]);
  Object.entries(FIELDS).forEach(([name, sql]) => query.addSelect(sql, name));
  return query as unknown as ReadQuery<Gap>;
}

function filtered(query: ReadQuery<Gap>, list: GapListQuery): ReadQuery<Gap> {
  const { assessmentId, partnershipId, elementKey, chosen, band, current } = list;
  if (assessmentId) query.where('g.assessmentId = :assessmentId', { assessmentId });
  if (partnershipId) query.where('g.partnershipId = :partnershipId', { partnershipId });
  if (elementKey) query.where('g.elementKey = :elementKey', { elementKey });
  if (chosen !== undefined) query.where('g.chosen = :chosen', { chosen });
  if (band === 'unjudged') query.where('g.band is null');
  else if (band) query.where('g.band = :band', { band });
  if (current !== undefined) query.where(current ? `g.state = 'current'` : `g.state <> 'current'`);
  return query;
}
