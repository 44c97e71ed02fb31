/** A filter of a list. `key` is the field of the API's query and the name in the address; `one` takes a single value. */
export type FilterDef =
  | { key: string; label: string; kind: 'choice'; one?: boolean; options: { value: string; label: string }[] }
  | { key: string; label: string; kind: 'text' }
  | { key: string; label: string; kind: 'day'; shown: (day: string) => string };

/** Names in the address that are not filters. */
const RESERVED = new Set(['cursor', 'sort', 'from']);

/** Values of the filters that stand in the address, by key. */
export function readFilters(defs: FilterDef[], params: URLSearchParams): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { key } of defs) {
    const value = params.get(key);
    if (value && !RESERVED.has(key)) values[key] = value;
  }
  return values;
}

/** The address with a filter set (or removed, when empty); paging starts again at the first row. */
export function withFilter(params: URLSearchParams, key: string, value: string | undefined): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete('cursor');
  next.delete('from');
  if (value) next.set(key, value);
  else next.delete(key);
  return next;
}

/** How a value reads on its pill: the words of the choices, the day, or the text itself. */
export function filterText(def: FilterDef, value: string): string {
  if (def.kind === 'text') return value;
  if (def.kind === 'day') return def.shown(value);
  return value
    .split(',')
    .map((part) => def.options.find((option) => option.value === part)?.label ?? part)
    .join(', ');
}
