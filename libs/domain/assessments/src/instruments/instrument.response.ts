import { ApiProperty } from '@nestjs/swagger';
import {
  type AnswerScale,
  type ElementOrder,
  type Indicator,
  type IndicatorLevel,
  indicatorsOf,
  type InstrumentDefinition,
  type InstrumentElement,
  type InstrumentStrategy,
} from '../rules/instrument-definition';
import type { InstrumentVersion } from './instruments';

/** An instrument in a list. */
export class InstrumentListItem {
  id: string;
  /** The same in all versions. */
  key: string;
  version: string;
  title: string;
  @ApiProperty({ type: String, nullable: true }) description: string | null;
  elementCount: number;
  indicatorCount: number;
  @ApiProperty({ enum: ['current', 'former'] }) status: InstrumentVersion['status'];

  static from({ id, key, version, title, status, definition }: InstrumentVersion): InstrumentListItem {
    const { description, elements } = definition;
    const indicatorCount = indicatorsOf(definition).length;
    return { id, key, version, title, description, elementCount: elements.length, indicatorCount, status };
  }
}

/** All instruments. */
export class InstrumentListResponse {
  items: InstrumentListItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;

  static from(versions: InstrumentVersion[]): InstrumentListResponse {
    const items = versions.map((version) => InstrumentListItem.from(version));
    return { items, nextCursor: null, total: items.length, totalIsExact: true };
  }
}

/** A level of the answer scale. */
export class ScaleLevelResponse {
  /** What answers store. */
  key: string;
  /** 1 for the lowest. */
  position: number;
  label: string;
  @ApiProperty({ type: String, nullable: true }) description: string | null;
}

/** The answers that an instrument offers. */
export class ScaleResponse {
  /** False when the levels cannot be ranked: then there are no medians, targets or gaps. */
  ordered: boolean;
  levels: ScaleLevelResponse[];
  /** Key of the lowest level that a consensus reaches only with evidence. */
  @ApiProperty({ type: String, nullable: true }) evidenceRequiredFrom: string | null;

  static from({ ordered, levels, evidenceRequiredFrom }: AnswerScale): ScaleResponse {
    return {
      ordered,
      levels: levels.map(({ key, label, description }, index) => ({ key, position: index + 1, label, description })),
      evidenceRequiredFrom,
    };
  }
}

/** A statement that is rated. */
export class IndicatorResponse {
  key: string;
  /** Number shown to people, for instance 1.1.1. */
  code: string;
  statement: string;
  @ApiProperty({ enum: ['state', 'local', 'both'] }) level: IndicatorLevel;
  /** What each level looks like here, by level key. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) descriptors: Record<string, string>;
  /** Documents that could support a rating. */
  evidenceHints: string[];
  /** Keys of the components of other frameworks that it answers to. */
  crosswalk: string[];
  /** Whether "not applicable" may be answered. */
  mayBeNotApplicable: boolean;

  static from(indicator: Indicator): IndicatorResponse {
    const { key, code, statement, level, descriptors, evidenceHints, mayBeNotApplicable } = indicator;
    const crosswalk = [...indicator.programOfStudyComponents, ...indicator.sixKeyElementStrategies];
    return { key, code, statement, level, descriptors, evidenceHints, crosswalk, mayBeNotApplicable };
  }
}

/** A course of action under an element. */
export class InstrumentStrategyResponse {
  key: string;
  code: string;
  title: string;
  indicators: IndicatorResponse[];

  static from({ key, code, title, indicators }: InstrumentStrategy): InstrumentStrategyResponse {
    return { key, code, title, indicators: indicators.map((indicator) => IndicatorResponse.from(indicator)) };
  }
}

/** The top level of an instrument. */
export class InstrumentElementResponse {
  key: string;
  number: number;
  title: string;
  @ApiProperty({ type: String, nullable: true }) purpose: string | null;
  strategies: InstrumentStrategyResponse[];

  static from({ key, number, title, purpose, strategies }: InstrumentElement): InstrumentElementResponse {
    return {
      ...{ key, number, title, purpose },
      strategies: strategies.map((strategy) => InstrumentStrategyResponse.from(strategy)),
    };
  }
}

/** A place in another order of the same elements. */
export class OrderedElementResponse {
  elementKey: string;
  number: number;
  title: string;
}

/** Another published order of the elements. */
export class ElementOrderResponse {
  key: string;
  title: string;
  elements: OrderedElementResponse[];

  static from({ key, title, entries }: ElementOrder): ElementOrderResponse {
    return {
      ...{ key, title },
      elements: entries.map((entry) => ({ elementKey: entry.elementKey, number: entry.number, title: entry.title })),
    };
  }
}

/** A whole version of an instrument; it never changes. */
export class InstrumentResponse {
  id: string;
  key: string;
  version: string;
  title: string;
  @ApiProperty({ type: String, nullable: true }) description: string | null;
  scale: ScaleResponse;
  /** Key of the level aimed at when nobody sets another target. */
  @ApiProperty({ type: String, nullable: true }) defaultTarget: string | null;
  elements: InstrumentElementResponse[];
  orders: ElementOrderResponse[];

  static from({ id, definition }: InstrumentVersion): InstrumentResponse {
    const { key, version, title, description, scale, elements, orders }: InstrumentDefinition = definition;
    return {
      ...{ id, key, version, title, description },
      scale: ScaleResponse.from(scale),
      defaultTarget: scale.defaultTarget,
      elements: elements.map((element) => InstrumentElementResponse.from(element)),
      orders: orders.map((order) => ElementOrderResponse.from(order)),
    };
  }
}
