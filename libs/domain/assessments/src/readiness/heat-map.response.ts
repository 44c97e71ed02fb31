import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { ScaleLevelResponse } from '../instruments/instrument.response';

/** The instrument of a heat map. */
export class HeatMapInstrument {
  id: string;
  title: string;
  levels: ScaleLevelResponse[];
}

/** A column of the heat map. */
export class HeatMapElement {
  key: string;
  number: number;
  title: string;
}

/** One element of one partnership. */
export class HeatMapCellResponse {
  /** Lower median of the consensus levels; never a mean. */
  @ApiProperty({ type: String, nullable: true }) level: string | null;
  /** Indicators with a consensus level. */
  n: number;
  /** Individual ratings among ratings and "don't know", 0 to 1. */
  @ApiProperty({ type: Number, nullable: true }) coverage: number | null;
  belowTarget: boolean;
  /** Indicators that are not settled. */
  unresolved: number;
  /** The assessment it comes from: an earlier one than the partnership's last when only some elements were rated again. */
  assessmentId: string;
}

/** A row of the heat map. */
export class HeatMapPartnership {
  id: string;
  name: string;
  @ApiProperty({ enum: ['state', 'local'] }) level: 'state' | 'local';
  /** Its last locked assessment. */
  assessmentId: string;
  @ApiProperty({ type: String, format: 'date-time' }) lockedAt: string;
  /** By element key; an element that was never rated is absent. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(HeatMapCellResponse) },
  })
  cells: Record<string, HeatMapCellResponse>;
}

/** Elements by partnership, from the latest locked assessments. There is no total and no ranking. */
export class HeatMapResponse {
  @ApiProperty({ type: HeatMapInstrument, nullable: true }) instrument: HeatMapInstrument | null;
  elements: HeatMapElement[];
  partnerships: HeatMapPartnership[];
}
