import type { ImportRow } from './use-imports';

/** How much a problem weighs. */
export type Severity = 'error' | 'warning' | 'note';

/** One rule and the rows that break it. */
export interface RuleGroup {
  rule: string;
  severity: Severity;
  problems: { line: number; name: string | null; column: string | null; message: string }[];
}

const ORDER: Severity[] = ['error', 'warning', 'note'];

/** The problems of rows by rule: errors first, then the rules that are broken most. */
export function groupProblems(rows: ImportRow[]): RuleGroup[] {
  const groups = new Map<string, RuleGroup>();
  for (const { line, name, problems } of rows)
    for (const { rule, severity, column, message } of problems) {
      const group = groups.get(rule) ?? { rule, severity: severity as Severity, problems: [] };
      group.problems.push({ line, name, column, message });
      groups.set(rule, group);
    }
  const rank = ({ severity }: RuleGroup) => ORDER.indexOf(severity);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.problems.length - a.problems.length);
}
