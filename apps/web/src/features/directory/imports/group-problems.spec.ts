import { groupProblems } from './group-problems';
import type { ImportRow } from './use-imports';

const row = (line: number, ...problems: [rule: string, severity: 'error' | 'warning' | 'note'][]): ImportRow => ({
  id: String(line),
  version: 1,
  line,
  action: 'create',
  name: `Row ${line}`,
  kind: null,
  organizationId: null,
  changes: [],
  candidates: [],
  problems: problems.map(([rule, severity]) => ({ column: 'LEAID', rule, severity, message: rule })),
  decision: null,
  decidedOrganizationId: null,
  outcome: null,
  allowed: [],
});

describe('the problems of an uploaded list', () => {
  it('stand by rule with their lines: errors first, then what happens most', () => {
    const groups = groupProblems([
      row(2, ['zeros_restored', 'note']),
      row(3, ['zip_form', 'warning'], ['zeros_restored', 'note']),
      row(5, ['name_missing', 'error']),
      row(7, ['phone_form', 'warning']),
      row(8, ['phone_form', 'warning']),
    ]);
    expect(groups.map(({ rule, problems }) => [rule, problems.map(({ line }) => line)])).toEqual([
      ['name_missing', [5]],
      ['phone_form', [7, 8]],
      ['zip_form', [3]],
      ['zeros_restored', [2, 3]],
    ]);
  });
});
