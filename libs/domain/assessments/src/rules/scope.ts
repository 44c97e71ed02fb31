import { type AssessmentLevel, type Indicator, type InstrumentDefinition, isRating } from './instrument-definition';
import { type Refusal, refusal } from './refusal';

/** What an assessment rates. */
export interface AssessmentScope {
  level: AssessmentLevel;
  /** Keys of the elements included; null for all. */
  elementKeys: string[] | null;
}

/** The indicators to rate, in the order of the instrument; those of the other level drop out by themselves. */
export function indicatorsInScope(
  instrument: InstrumentDefinition,
  { level, elementKeys }: AssessmentScope,
): Indicator[] {
  return instrument.elements
    .filter(({ key }) => elementKeys === null || elementKeys.includes(key))
    .flatMap(({ strategies }) => strategies.flatMap(({ indicators }) => indicators))
    .filter((indicator) => indicator.level === 'both' || indicator.level === level);
}

/** Checks that a scope names elements of the instrument and leaves something to rate. */
export function checkScope(instrument: InstrumentDefinition, scope: AssessmentScope): Refusal[] {
  const known = new Set(instrument.elements.map(({ key }) => key));
  const unknown = (scope.elementKeys ?? []).flatMap((elementKey, index) =>
    known.has(elementKey) ? [] : [refusal(`elementKeys[${index}]`, 'scope_element_unknown', { elementKey })],
  );
  if (unknown.length > 0) return unknown;
  return indicatorsInScope(instrument, scope).length === 0
    ? [refusal('elementKeys', 'scope_empty', { level: scope.level })]
    : [];
}

/** Targets that differ from the default, by indicator key; the values are level keys. */
export type Targets = Readonly<Record<string, string>>;

/** The level aimed at for an indicator: its own target, else the default of the instrument; null without an order. */
export function targetOf(instrument: InstrumentDefinition, targets: Targets, indicatorKey: string): string | null {
  if (!instrument.scale.ordered) return null;
  return (Object.hasOwn(targets, indicatorKey) ? targets[indicatorKey] : null) ?? instrument.scale.defaultTarget;
}

/** Checks that every target belongs to an indicator in scope and names a level of an ordered scale. */
export function checkTargets(instrument: InstrumentDefinition, scope: AssessmentScope, targets: Targets): Refusal[] {
  const inScope = new Set(indicatorsInScope(instrument, scope).map(({ key }) => key));
  return Object.entries(targets).flatMap(([indicatorKey, levelKey]) => {
    const path = `targets["${indicatorKey}"]`;
    if (!instrument.scale.ordered) return [refusal(path, 'target_needs_order')];
    if (!inScope.has(indicatorKey)) return [refusal(path, 'target_out_of_scope', { indicatorKey })];
    return isRating(instrument.scale, levelKey) ? [] : [refusal(path, 'target_level_unknown', { levelKey })];
  });
}
