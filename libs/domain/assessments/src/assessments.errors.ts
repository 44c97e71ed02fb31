import { Conflict, Invalid, StaleVersion } from '@platform/context';
import type { Refusal } from './rules/refusal';
import { errorsOf } from './refusal-messages';

/** A step lacks something; `errors` names each thing, indicator by indicator. */
export class StepBlocked extends Conflict {
  constructor(blocks: Refusal[]) {
    const errors = errorsOf(blocks);
    const [first] = errors;
    super(
      'assessments.incomplete',
      errors.length === 1 ? first.message : `${errors.length} things are missing before this step is possible.`,
      errors,
    );
  }
}

/** What was sent breaks rules of the domain. */
export class RulesBroken extends Invalid {
  constructor(refusals: Refusal[]) {
    const errors = errorsOf(refusals);
    super('invalid', errors.length === 1 ? errors[0].message : `${errors.length} fields must be corrected.`, errors);
  }
}

/** What was named is not in this tenant, or not visible to the actor. */
export class UnknownReference extends Invalid {
  constructor(path: string, what: string) {
    const message = `There is no such ${what} here.`;
    super('invalid', message, [{ path, rule: 'exists', message }]);
  }
}

/** Answers are taken only while the assessment is open. */
export class NotOpen extends Conflict {
  constructor() {
    super('assessments.not-open', 'This assessment does not take answers: it is not open, or answering has ended.');
  }
}

/** Submitted answers stay as they are until the respondent takes them back. */
export class AlreadySubmitted extends Conflict {
  constructor() {
    super('assessments.submitted', 'You have submitted your answers: take the submission back before you change them.');
  }
}

/** Nobody looks at the spread while somebody still answers. */
export class StillAnswering extends Conflict {
  constructor() {
    super('assessments.still-answering', 'The answers can be looked at together once answering has ended.');
  }
}

/** The consensus is recorded in the meeting, between its start and the request for approval. */
export class NotInConsensus extends Conflict {
  constructor() {
    super('assessments.not-in-consensus', 'Ratings can be recorded only while the assessment is in consensus.');
  }
}

/** There is no result to show yet. */
export class NoResultYet extends Conflict {
  constructor() {
    super('assessments.no-result-yet', 'There is no result yet: it is there once the assessment is locked.');
  }
}

/** What is fixed once people were asked. */
export class FixedAfterOpening extends Conflict {
  constructor(field: string) {
    super('assessments.fixed-after-opening', `The field "${field}" cannot be changed after answering was opened.`, [
      { path: field, rule: 'fixed-after-opening', message: 'Make a new assessment instead.' },
    ]);
  }
}

/** The team of respondents is fixed once answering has ended. */
export class TeamFixed extends Conflict {
  constructor() {
    super('assessments.team-fixed', 'Respondents can be changed only before answering ends.');
  }
}

/** A respondent who answered cannot be removed. */
export class HasAnswers extends Conflict {
  constructor() {
    super('assessments.has-answers', 'This respondent has answered already and cannot be removed.');
  }
}

/** A person answers once, for one organization. */
export class AlreadyInvited extends Conflict {
  constructor() {
    super('assessments.already-invited', 'This person is invited already.');
  }
}

/** A locked round stays as it is; only targets and priorities go on. */
export class RoundEnded extends Conflict {
  constructor() {
    super('assessments.round-ended', 'This assessment is locked: open it again before you change it.');
  }
}

/** Gaps of a former state cannot be worked on. */
export class GapOutdated extends Conflict {
  constructor() {
    super(
      'assessments.gap-outdated',
      'This gap is outdated: its assessment was opened again or a later cycle is locked.',
    );
  }
}

/** Evidence that supports a locked result stays. */
export class EvidenceInUse extends Conflict {
  constructor() {
    super('assessments.evidence-in-use', 'This evidence supports a recorded rating and cannot be removed.');
  }
}

/** Somebody, or another tab of the same person, wrote first; `current` in the problem is what is stored. */
export class ChangedMeanwhile extends StaleVersion {
  constructor(currentVersion: number, current: object | null) {
    super(currentVersion);
    this.details = { current };
  }
}
