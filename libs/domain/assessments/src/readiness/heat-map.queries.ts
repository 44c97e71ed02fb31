import { Injectable } from '@nestjs/common';
import type { Actor } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { ScaleResponse } from '../instruments/instrument.response';
import { Instruments, type InstrumentVersion } from '../instruments/instruments';
import { coverageOf } from '../rules/distribution';
import { Assessment } from '../rounds/assessment.entity';
import type { HeatMapPartnership, HeatMapResponse } from './heat-map.response';
import type { HeatMapQuery } from './readiness.request';

interface CellRow {
  partnership_id: string;
  name: string;
  partnership_level: 'state' | 'local';
  assessment_id: string;
  element_key: string;
  locked_at: string;
  level: string | null;
  n: number;
  unresolved: number;
  ratings: number;
  dont_know: number;
  below_target: boolean;
}

const COLUMNS = `r.partnership_id, p.name, p.level as partnership_level, r.assessment_id, r.element_key, r.locked_at,
  r.level, r.n, r.unresolved, r.ratings, r.dont_know, r.below_target`;

/** Reads the heat map from what locking wrote down, never from the answers. */
@Injectable()
export class HeatMapQueries {
  constructor(
    private readonly database: Database,
    private readonly instruments: Instruments,
  ) {}

  /** The latest locked result of each element of each partnership that the actor may read. */
  heatMap(actor: Actor, filter: HeatMapQuery): Promise<HeatMapResponse> {
    return this.database.read(actor, async (tx) => {
      const instrument = await this.instrument(tx, filter.instrumentId);
      if (!instrument) return { instrument: null, elements: [], partnerships: [] };
      const { id, title, definition } = instrument;
      const { levels } = ScaleResponse.from(definition.scale);
      return {
        instrument: { id, title, levels },
        elements: definition.elements.map((element) => ({
          ...{ key: element.key, number: element.number, title: element.title },
        })),
        partnerships: rowsOf(await cells(tx, id, filter)),
      };
    });
  }

  private async instrument(tx: Tx, wanted: string | undefined): Promise<InstrumentVersion | null> {
    if (wanted) return this.instruments.of(tx, wanted);
    const [latest] = await tx
      .readable(Assessment, 'a')
      .select('a.instrument_id', 'id')
      .where('a.lockedAt is not null')
      .orderBy('a.lockedAt', 'DESC')
      .limit(1)
      .getRawMany<{ id: string }>();
    return latest ? this.instruments.of(tx, latest.id) : null;
  }
}

function cells(tx: Tx, instrumentId: string, { level, regionId }: HeatMapQuery): Promise<CellRow[]> {
  const query = tx
    .readable(Assessment, 'a')
    .select(COLUMNS)
    .innerJoin('element_result', 'r', 'r.tenant_id = a.tenant_id and r.assessment_id = a.id')
    .innerJoin('partnership', 'p', 'p.tenant_id = a.tenant_id and p.id = a.partnership_id')
    .distinctOn(['r.partnership_id', 'r.element_key'])
    .where('a.lockedAt is not null and a.instrumentId = :instrumentId', { instrumentId })
    .orderBy('r.partnership_id')
    .addOrderBy('r.element_key')
    .addOrderBy('a.cycle', 'DESC');
  if (level) query.where('p.level = :level', { level });
  if (regionId) query.where('p.region_id = :regionId', { regionId });
  return query.getRawMany<CellRow>();
}

function rowsOf(found: CellRow[]): HeatMapPartnership[] {
  const rows = new Map<string, HeatMapPartnership>();
  for (const cell of found) {
    const { partnership_id: id, name, partnership_level: level, assessment_id: assessmentId } = cell;
    const row = rows.get(id) ?? { id, name, level, assessmentId, lockedAt: cell.locked_at, cells: {} };
    if (cell.locked_at > row.lockedAt) Object.assign(row, { assessmentId, lockedAt: cell.locked_at });
    row.cells[cell.element_key] = {
      ...{ level: cell.level, n: cell.n, coverage: coverageOf(cell.ratings, cell.dont_know) },
      ...{ belowTarget: cell.below_target, unresolved: cell.unresolved, assessmentId },
    };
    rows.set(id, row);
  }
  return [...rows.values()].sort((a, b) => a.name.localeCompare(b.name));
}
