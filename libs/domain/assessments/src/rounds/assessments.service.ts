import { Injectable } from '@nestjs/common';
import { PeopleLookup } from '@domain/directory';
import { PartnershipsQueries } from '@domain/partnerships';
import { Access } from '@platform/access';
import { type Actor, sentFields } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { FixedAfterOpening, RoundEnded, RulesBroken, UnknownReference } from '../assessments.errors';
import { Instruments } from '../instruments/instruments';
import { type AssessmentMove, checkMoveReason } from '../rules/assessment-status';
import type { InstrumentDefinition } from '../rules/instrument-definition';
import { isBlank } from '../rules/refusal';
import { type AssessmentScope, checkScope, indicatorsInScope } from '../rules/scope';
import { Assessment, AssessmentTransition } from './assessment.entity';
import type { CreateAssessmentRequest, UpdateAssessmentRequest } from './assessment.request';
import { RoundSteps } from './round-steps';

/** A step as the address names it; `reopen` leads back to the answers or to the talk, whichever came last. */
export type Step = 'open' | 'close' | 'start_consensus' | 'request_approval' | 'return' | 'lock' | 'reopen';

/** Use cases that set an assessment up and move it on. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly instruments: Instruments,
    private readonly partnerships: PartnershipsQueries,
    private readonly people: PeopleLookup,
    private readonly steps: RoundSteps,
  ) {}

  /** Makes an assessment in draft. @throws NotAllowed, UnknownReference, RulesBroken */
  create(actor: Actor, request: CreateAssessmentRequest): Promise<Assessment> {
    return this.database.transaction(actor, async (tx) => {
      const draft = await this.draftOf(tx, actor, request);
      const { definition, key } = await this.instruments.of(tx, request.instrumentId);
      const indicatorCount = countIndicators(definition, draft.scope);
      await this.checkFacilitator(tx, request.facilitatorPersonId);
      const cycle = await nextCycle(tx, draft.partnershipId, key);
      const assessment = await tx.rows(Assessment).insert(
        Object.assign(draft, {
          ...{ instrumentKey: key, indicatorCount, cycle, status: 'draft' as const },
          facilitatorPersonId: request.facilitatorPersonId ?? this.defaultFacilitator(actor, draft),
        }),
      );
      await note(tx, assessment, null, null);
      return assessment;
    });
  }

  /** Changes what is still open to change. @throws NotFound, StaleVersion, NotAllowed, FixedAfterOpening, RoundEnded */
  update(actor: Actor, id: string, version: number, request: UpdateAssessmentRequest): Promise<Assessment> {
    return this.database.transaction(actor, async (tx) => {
      const assessment = await tx.rows(Assessment).forChange(id, { version });
      this.access.authorize(actor, 'update', assessment);
      checkChangeable(assessment, request);
      await this.checkFacilitator(tx, request.facilitatorPersonId);
      Object.assign(assessment, sentFields(request));
      if (request.elementKeys !== undefined) {
        const { definition } = await this.instruments.of(tx, assessment.instrumentId);
        assessment.indicatorCount = countIndicators(definition, assessment.scope);
      }
      return tx.rows(Assessment).update(assessment);
    });
  }

  /** Moves an assessment on or back. @throws NotFound, NotAllowed, IllegalMove, RulesBroken, StepBlocked */
  move(actor: Actor, id: string, step: Step, reason: string | null): Promise<Assessment> {
    return this.database.transaction(actor, async (tx) => {
      const assessment = await tx.rows(Assessment).forChange(id);
      const move = moveOf(step, assessment);
      this.access.authorize(actor, move === 'reopen_answers' ? move : step, assessment);
      const rule = assessment.ruleOf(move);
      const refusals = checkMoveReason(rule, reason);
      if (refusals.length > 0) throw new RulesBroken(refusals);
      await this.steps.before(tx, assessment, move, reason);
      const from = assessment.status;
      assessment.apply(rule, tx.now);
      await tx.rows(Assessment).update(assessment);
      await note(tx, assessment, from, isBlank(reason) ? null : reason);
      await this.steps.after(tx, assessment, move);
      return assessment;
    });
  }

  /** A partnership that the actor may not see is as good as none. */
  private async draftOf(tx: Tx, actor: Actor, request: CreateAssessmentRequest): Promise<Assessment> {
    const { partnershipId, instrumentId, title, anonymity } = request;
    const partnership = (await this.partnerships.cards(tx, [partnershipId])).get(partnershipId);
    const draft = Object.assign(new Assessment(), {
      ...{ partnershipId, instrumentId, title, anonymity, level: partnership?.level ?? 'local' },
      ...{ elementKeys: request.elementKeys ?? null, purpose: request.purpose ?? '', dueOn: request.dueOn ?? null },
    });
    if (!partnership || !this.access.can(actor, 'read', draft))
      throw new UnknownReference('partnershipId', 'partnership');
    this.access.authorize(actor, 'create', draft);
    return draft;
  }

  private defaultFacilitator(actor: Actor, draft: Assessment): string | null {
    const mayLead = actor.personId !== undefined && this.access.can(actor, 'facilitate', draft);
    return mayLead ? actor.personId! : null;
  }

  private async checkFacilitator(tx: Tx, personId: string | undefined): Promise<void> {
    if (personId && !(await this.people.isPresent(tx, personId)))
      throw new UnknownReference('facilitatorPersonId', 'person');
  }
}

function countIndicators(definition: InstrumentDefinition, scope: AssessmentScope): number {
  const refusals = checkScope(definition, scope);
  if (refusals.length > 0) throw new RulesBroken(refusals);
  return indicatorsInScope(definition, scope).length;
}

function checkChangeable({ status }: Assessment, request: UpdateAssessmentRequest): void {
  if (status === 'locked' || status === 'superseded') throw new RoundEnded();
  if (status === 'draft') return;
  if (request.anonymity !== undefined) throw new FixedAfterOpening('anonymity');
  if (request.elementKeys !== undefined) throw new FixedAfterOpening('elementKeys');
}

function moveOf(step: Step, { status }: Assessment): AssessmentMove {
  if (step === 'request_approval') return 'submit';
  return step === 'reopen' && status === 'closed' ? 'reopen_answers' : step;
}

async function nextCycle(tx: Tx, partnershipId: string, instrumentKey: string): Promise<number> {
  const [{ cycle }] = await tx.query<{ cycle: number }>(
    `select coalesce(max(cycle), 0) + 1 as cycle from assessment
     where tenant_id = $1 and partnership_id = $2 and instrument_key = $3`,
    [tx.tenantId, partnershipId, instrumentKey],
  );
  return cycle;
}

/** Keeps the move in the assessment's history. */
async function note(
  tx: Tx,
  assessment: Assessment,
  fromStatus: Assessment['status'] | null,
  reason: string | null,
): Promise<void> {
  await tx.rows(AssessmentTransition).insert({
    ...{ assessmentId: assessment.id, fromStatus, toStatus: assessment.status, reason },
    personId: tx.actor.personId ?? null,
  });
}
