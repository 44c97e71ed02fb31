import type { AssessmentSettings } from './assessment-settings';
import type { Consensus } from './consensus';
import { isBlank, type Refusal, refusal, type RefusalRule } from './refusal';

/** What stands in the way of a step, and what should be known before it without standing in the way. */
export interface StepCheck {
  blocks: Refusal[];
  warnings: Refusal[];
}

/** A respondent as far as completeness asks. */
export interface InvitedRespondent {
  organizationId: string;
  /** The system the organization belongs to (education, workforce, employers ...); null when it is not known. */
  system: string | null;
  hasSubmitted: boolean;
}

/** Whether answering may open: something to rate, somebody to answer, somebody to facilitate (ta-model 3.2, 1-2). */
export function checkOpening(
  indicatorCount: number,
  facilitatorId: string | null,
  respondents: InvitedRespondent[],
  settings: AssessmentSettings,
): StepCheck {
  const organizations = new Set(respondents.map(({ organizationId }) => organizationId)).size;
  const systems = new Set(respondents.flatMap(({ system }) => system ?? [])).size;
  return {
    blocks: [
      ...when(indicatorCount === 0, refusal('elementKeys', 'scope_empty')),
      ...when(isBlank(facilitatorId), refusal('facilitatorId', 'facilitator_required')),
      ...when(respondents.length === 0, refusal('respondents', 'respondents_required')),
    ],
    warnings: [
      ...fewerThan(settings.minimumOrganizations, organizations, 'few_organizations'),
      ...fewerThan(settings.minimumSystems, systems, 'few_systems'),
    ],
  };
}

/** Whether answering may close: always, but the facilitator should know who has not submitted. */
export function checkClosing(respondents: InvitedRespondent[]): StepCheck {
  const missing = respondents.filter(({ hasSubmitted }) => !hasSubmitted).length;
  const nobody = missing === respondents.length;
  return {
    blocks: [],
    warnings: nobody
      ? [refusal('respondents', 'nobody_submitted')]
      : when(missing > 0, refusal('respondents', 'answers_missing', { missing, invited: respondents.length })),
  };
}

/** What the consensus talk recorded for one indicator. */
export interface RecordedConsensus {
  indicatorKey: string;
  consensus: Consensus;
  /** Person and day (ISO date) that an unresolved indicator needs. */
  ownerId: string | null;
  dueOn: string | null;
}

/** Whether the consensus talk is complete: every indicator in scope has an outcome, unresolved ones an owner and a date. */
export function checkSubmitting(indicatorKeys: string[], recorded: RecordedConsensus[]): StepCheck {
  const byKey = new Map(recorded.map((record) => [record.indicatorKey, record]));
  const inScope = indicatorKeys.flatMap((key) => byKey.get(key) ?? []);
  const count = (outcome: Consensus['outcome']) =>
    inScope.filter(({ consensus }) => consensus.outcome === outcome).length;
  const [unresolved, noConsensus] = [count('unresolved'), count('no_consensus')];
  return {
    blocks: indicatorKeys.flatMap((key) => checkRecorded(key, byKey.get(key))),
    warnings: [
      ...when(unresolved > 0, refusal('consensus', 'unresolved_remain', { count: unresolved })),
      ...when(noConsensus > 0, refusal('consensus', 'no_consensus_remains', { count: noConsensus })),
    ],
  };
}

/** A rating that was changed after the consensus meeting. */
export interface LateChange {
  indicatorKey: string;
  reason: string | null;
}

/** Whether the result may be locked: complete as for submitting, and every change after the meeting with its reason. */
export function checkLocking(
  indicatorKeys: string[],
  recorded: RecordedConsensus[],
  lateChanges: LateChange[],
): StepCheck {
  const { blocks, warnings } = checkSubmitting(indicatorKeys, recorded);
  const unexplained = lateChanges.filter(({ reason }) => isBlank(reason));
  return {
    blocks: [
      ...blocks,
      ...unexplained.map(({ indicatorKey }) =>
        refusal(pathOf(indicatorKey), 'late_change_reason_required', { indicatorKey }),
      ),
    ],
    warnings,
  };
}

function checkRecorded(indicatorKey: string, record: RecordedConsensus | undefined): Refusal[] {
  const path = pathOf(indicatorKey);
  if (!record) return [refusal(path, 'consensus_missing', { indicatorKey })];
  if (record.consensus.outcome !== 'unresolved') return [];
  return [
    ...when(isBlank(record.ownerId), refusal(`${path}.ownerId`, 'unresolved_owner_required', { indicatorKey })),
    ...when(isBlank(record.dueOn), refusal(`${path}.dueOn`, 'unresolved_due_date_required', { indicatorKey })),
  ];
}

function fewerThan(minimum: number, invited: number, rule: RefusalRule): Refusal[] {
  return when(invited < minimum, refusal('respondents', rule, { minimum, invited }));
}

function when(applies: boolean, found: Refusal): Refusal[] {
  return applies ? [found] : [];
}

function pathOf(indicatorKey: string): string {
  return `consensus["${indicatorKey}"]`;
}
