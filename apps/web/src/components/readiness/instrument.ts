import { useTranslation } from 'react-i18next';
import type { HeatMap, Indicator, Instrument, InstrumentElement } from '../../api/readiness';
import type { ScaleLevel } from '../scale';

/** The levels of an instrument as the components draw them. */
export const scaleOf = (instrument: Instrument): ScaleLevel[] =>
  instrument.scale.levels.map(({ key, position, label, description }) => ({
    key,
    value: position,
    label,
    description,
  }));

/** The levels of a heat map; none before anything was rated. */
export const scaleOfMap = ({ instrument }: Pick<HeatMap, 'instrument'>): ScaleLevel[] =>
  (instrument?.levels ?? []).map(({ key, position, label }) => ({ key, value: position, label }));

/** What a round includes: its level and, where not all, its elements. */
export interface Scope {
  level: 'state' | 'local';
  elementKeys: string[] | null;
}

/** An indicator with its place in the instrument. */
export interface PlacedIndicator extends Indicator {
  elementKey: string;
  strategyKey: string;
}

/** Elements of a round with only the strategies and indicators that are rated. */
export function elementsInScope({ elements }: Instrument, { level, elementKeys }: Scope): InstrumentElement[] {
  return elements
    .filter(({ key }) => !elementKeys || elementKeys.includes(key))
    .map((element) => ({
      ...element,
      strategies: element.strategies
        .map((strategy) => ({
          ...strategy,
          indicators: strategy.indicators.filter((item) => item.level === 'both' || item.level === level),
        }))
        .filter(({ indicators }) => indicators.length > 0),
    }))
    .filter(({ strategies }) => strategies.length > 0);
}

/** All indicators of elements, in the order of the instrument. */
export const indicatorsOf = (elements: InstrumentElement[]): PlacedIndicator[] =>
  elements.flatMap((element) =>
    element.strategies.flatMap((strategy) =>
      strategy.indicators.map((item) => ({ ...item, elementKey: element.key, strategyKey: strategy.key })),
    ),
  );

/** Keys of the levels that a consensus reaches only with evidence. */
export function levelsNeedingEvidence({ scale }: Instrument): ScaleLevel[] {
  const from = scale.levels.findIndex(({ key }) => key === scale.evidenceRequiredFrom);
  return from < 0 ? [] : scale.levels.slice(from).map(({ key, position, label }) => ({ key, value: position, label }));
}

const SHORTS = [
  'partnerships',
  'employers',
  'program-design',
  'policies',
  'data-accountability',
  'funding-sustainability-scale',
] as const;
type Short = (typeof SHORTS)[number];

/** Compares keys of elements by their place in the instrument; unknown ones come last, by name. */
export function byElement(a: string, b: string): number {
  const [at, bt] = [a, b].map((key) => SHORTS.findIndex((known) => known === key)) as [number, number];
  if (at < 0 || bt < 0) return Number(at < 0) - Number(bt < 0) || a.localeCompare(b);
  return at - bt;
}

/** One word for an element where there is no room for its title; the title itself for elements without one. */
export function useElementShort(): (element: { key: string; title: string }) => string {
  const { t } = useTranslation('readiness');
  return ({ key, title }) => (SHORTS.includes(key as Short) ? t(`short.${key as Short}`) : title);
}
