import { planImport } from '../duplicates';
import { type ImportPlan, type KnownOrganization, planActions, type PlanEntry } from '../import-plan';
import type { ImportProblem, ProblemSeverity } from '../imports/import-problem';
import { openImport } from '../imports/read-import';
import type { OrganizationDraft } from '../organization-draft';
import type { ImportCounts, ImportRow, ImportRun } from './import-run.entity';

/** What the person who imports chose. */
export interface ImportChoices {
  fileName: string;
  createClosed: boolean;
  /** Two letters, or null for all states. */
  state: string | null;
}

/** A list that was read: its drafts in the order of the file, and its problems by line. */
export interface ReadList {
  format: string;
  encoding: string | null;
  rowCount: number;
  drafts: OrganizationDraft[];
  problems: Map<number, ImportProblem[]>;
}

const SEVERITIES: ProblemSeverity[] = ['error', 'warning', 'note'];

/** Reads an uploaded list in steps that let other requests run in between. @throws UnreadableImport */
export async function readList(bytes: Buffer, choices: ImportChoices): Promise<ReadList> {
  const opened = await openImport(bytes, { state: choices.state ?? undefined });
  const list: ReadList = {
    format: opened.format,
    encoding: opened.encoding,
    rowCount: 0,
    drafts: [],
    problems: new Map(),
  };
  for await (const batch of opened.batches) {
    list.rowCount += batch.rowCount;
    list.drafts.push(...batch.drafts);
    for (const problem of batch.problems)
      list.problems.set(problem.line, [...(list.problems.get(problem.line) ?? []), problem]);
  }
  return list;
}

/** What importing the list would do. */
export function planList(
  drafts: OrganizationDraft[],
  known: KnownOrganization[],
  choices: Pick<ImportRun, 'createClosed' | 'state'>,
): Promise<ImportPlan> {
  return planImport(drafts, known, {
    createClosed: choices.createClosed,
    states: choices.state ? [choices.state] : undefined,
  });
}

/** The rows of the preview: one for each draft, and one for each line that was refused. */
export function previewRows(importId: string, plan: ImportPlan, list: ReadList): Partial<ImportRow>[] {
  const planned = new Set(plan.entries.map((entry) => entry.draft.sourceLine));
  const refused = [...list.problems].filter(([line]) => !planned.has(line));
  return [
    ...plan.entries.map((entry) => plannedRow(importId, entry, list.problems.get(entry.draft.sourceLine) ?? [])),
    ...refused.map(([line, problems]) => ({
      ...{ importId, line, problems, severity: worst(problems), action: 'refused' as const },
      ...{ draft: null, organizationId: null, changes: [], candidates: [] },
    })),
  ];
}

/** Counts of the preview. */
export function previewCounts(plan: ImportPlan, rows: Partial<ImportRow>[]): ImportCounts {
  const problems = rows.flatMap((row) => row.problems ?? []);
  const of = (severity: ProblemSeverity) => problems.filter((problem) => problem.severity === severity).length;
  const actions = Object.fromEntries(planActions.map((action) => [action, plan.counts[action]]));
  const refused = rows.filter((row) => row.action === 'refused').length;
  return { ...actions, refused, errors: of('error'), warnings: of('warning'), notes: of('note') } as ImportCounts;
}

function plannedRow(importId: string, entry: PlanEntry, problems: ImportProblem[]): Partial<ImportRow> {
  const { draft, action, organizationId, changes, candidates } = entry;
  return {
    ...{ importId, line: draft.sourceLine, action, draft, organizationId, changes, candidates, problems },
    severity: worst(problems),
  };
}

function worst(problems: ImportProblem[]): ProblemSeverity | null {
  return SEVERITIES.find((severity) => problems.some((problem) => problem.severity === severity)) ?? null;
}
