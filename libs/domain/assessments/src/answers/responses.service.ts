import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, NotFound } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { AlreadySubmitted, ChangedMeanwhile, NotOpen, RulesBroken, UnknownReference } from '../assessments.errors';
import { Evidence } from '../evidence/evidence.entity';
import { Instruments } from '../instruments/instruments';
import { checkAnswer } from '../rules/answer';
import { type AssessmentStatus, acceptsAnswers } from '../rules/assessment-status';
import { indicatorsInScope } from '../rules/scope';
import { Respondent } from './respondent.entity';
import { Response } from './response.entity';
import type { SaveResponseRequest } from './response.request';
import { type MyResponses, ResponseItem } from './response.response';

/** The caller as a respondent, with what an answer needs to know of the assessment. */
interface Mine {
  respondent_id: string;
  respondent_status: Respondent['status'];
  partnership_id: string;
  status: AssessmentStatus;
  instrument_id: string;
  level: 'state' | 'local';
  element_keys: string[] | null;
}

/**
 * The respondent's row is the lock under which a person's tabs write one after another; the assessment is held so that
 * it cannot close meanwhile.
 */
const LOCK_MINE = `
  select r.id as respondent_id, r.status as respondent_status, a.partnership_id, a.status, a.instrument_id, a.level,
    a.element_keys
  from respondent r join assessment a on a.tenant_id = r.tenant_id and a.id = r.assessment_id
  where r.tenant_id = $1 and r.assessment_id = $2 and r.person_id = $3
  for update of r for key share of a`;

const NOTHING: ReadonlyMap<string, string> = new Map();

/** Use cases of one person's own answers. Saving comes with every click, so it makes few round trips. */
@Injectable()
export class ResponsesService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly instruments: Instruments,
  ) {}

  /** The caller's own answers. @throws NotFound when the caller was not asked */
  mine(actor: Actor, assessmentId: string): Promise<MyResponses> {
    return this.database.read(actor, async (tx) => {
      const [[respondent], responses] = await Promise.all([
        tx.rows(Respondent).find({ assessmentId, personId: actor.personId }),
        tx.readable(Response, 'x').where('x.assessmentId = :assessmentId', { assessmentId }).getMany(),
      ]);
      if (!respondent) throw new NotFound('assessment');
      const titles = await this.titles(tx, responses);
      const items = responses.map((response) => ResponseItem.from(response, titles));
      return { items, submittedAt: respondent.submittedAt };
    });
  }

  /**
   * Saves an answer; the same answer again is harmless.
   * @param version the version that was read; null when there was none yet.
   * @throws NotFound, NotOpen, AlreadySubmitted, ChangedMeanwhile, NotAllowed, RulesBroken
   */
  save(
    actor: Actor,
    assessmentId: string,
    indicatorKey: string,
    version: number | null,
    request: SaveResponseRequest,
  ): Promise<ResponseItem> {
    return this.database.transaction(actor, async (tx) => {
      const [mine, stored] = await this.load(tx, assessmentId, indicatorKey);
      const fresh = Object.assign(new Response(), { personId: actor.personId });
      this.access.authorize(actor, stored ? 'update' : 'create', stored ?? fresh);
      const values = { ...valuesOf(request), assessmentId, indicatorKey, respondentId: mine.respondent_id };
      if (stored && isSame(stored, values)) return ResponseItem.from(stored, await this.titles(tx, [stored]));
      await this.checkVersion(tx, stored, version);
      await this.check(tx, mine, indicatorKey, request);
      const [saved] = await Promise.all([
        stored
          ? tx.rows(Response).update(Object.assign(stored, values))
          : tx.rows(Response).insert({ ...values, personId: actor.personId }),
        mine.respondent_status === 'invited' ? this.setStatus(tx, mine.respondent_id, 'started') : undefined,
      ]);
      return ResponseItem.from(saved, await this.titles(tx, [saved]));
    });
  }

  /** Takes an answer back. @throws NotFound, NotOpen, AlreadySubmitted, ChangedMeanwhile, NotAllowed */
  clear(actor: Actor, assessmentId: string, indicatorKey: string, version: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const [mine, stored] = await this.load(tx, assessmentId, indicatorKey);
      if (!stored) throw new NotFound('answer');
      this.access.authorize(actor, 'delete', stored);
      await this.checkVersion(tx, stored, version);
      checkOpen(mine);
      await tx.rows(Response).delete(stored);
    });
  }

  /** Hands the answers in: from now on they count. @throws NotFound, NotOpen, AlreadySubmitted, NotAllowed */
  async submit(actor: Actor, assessmentId: string): Promise<MyResponses> {
    await this.database.transaction(actor, async (tx) => {
      const mine = await this.authorized(tx, assessmentId);
      checkOpen(mine);
      await this.setStatus(tx, mine.respondent_id, 'submitted');
    });
    return this.mine(actor, assessmentId);
  }

  /** Takes the submission back while answering is open. @throws NotFound, NotOpen, NotAllowed */
  async unsubmit(actor: Actor, assessmentId: string): Promise<MyResponses> {
    await this.database.transaction(actor, async (tx) => {
      const mine = await this.authorized(tx, assessmentId);
      if (!acceptsAnswers(mine.status)) throw new NotOpen();
      if (mine.respondent_status === 'submitted') await this.setStatus(tx, mine.respondent_id, 'started');
    });
    return this.mine(actor, assessmentId);
  }

  private async load(tx: Tx, assessmentId: string, indicatorKey: string): Promise<[Mine, Response | undefined]> {
    const { personId } = tx.actor;
    const [mine, [stored]] = await Promise.all([
      this.lockMine(tx, assessmentId),
      tx.rows(Response).find({ assessmentId, indicatorKey, personId }),
    ]);
    return [mine, stored];
  }

  private async lockMine(tx: Tx, assessmentId: string): Promise<Mine> {
    const [mine] = await tx.query<Mine>(LOCK_MINE, [tx.tenantId, assessmentId, tx.actor.personId]);
    if (!mine) throw new NotFound('assessment');
    return mine;
  }

  private async authorized(tx: Tx, assessmentId: string): Promise<Mine> {
    const mine = await this.lockMine(tx, assessmentId);
    this.access.authorize(tx.actor, 'submit', Object.assign(new Response(), { personId: tx.actor.personId }));
    return mine;
  }

  /** What another tab wrote is shown, never overwritten. */
  private async checkVersion(tx: Tx, stored: Response | undefined, version: number | null): Promise<void> {
    if ((stored?.version ?? null) === version) return;
    const current = stored ? ResponseItem.from(stored, await this.titles(tx, [stored])) : null;
    throw new ChangedMeanwhile(stored?.version ?? 0, current);
  }

  private async check(tx: Tx, mine: Mine, indicatorKey: string, request: SaveResponseRequest): Promise<void> {
    checkOpen(mine);
    const { definition } = await this.instruments.of(tx, mine.instrument_id);
    const scope = { level: mine.level, elementKeys: mine.element_keys };
    const indicator = indicatorsInScope(definition, scope).find(({ key }) => key === indicatorKey);
    if (!indicator) throw new NotFound('indicator in this assessment');
    const answer = request.answer === 'level' ? (request.level ?? '') : request.answer;
    const refusals = checkAnswer(definition.scale, indicator, answer, request.reason ?? null);
    if (refusals.length > 0) throw new RulesBroken(refusals);
    await this.checkEvidence(tx, mine, request.evidenceIds ?? []);
  }

  private async checkEvidence(tx: Tx, mine: Mine, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const found = await tx
      .readable(Evidence, 'e')
      .where('e.id = any(:ids) and e.partnershipId = :partnershipId', { ids, partnershipId: mine.partnership_id })
      .getCount();
    if (found < ids.length) throw new UnknownReference('evidenceIds', 'evidence');
  }

  private async titles(tx: Tx, responses: Response[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(responses.flatMap(({ evidenceIds }) => evidenceIds ?? []))];
    if (ids.length === 0) return NOTHING;
    const rows = await tx.readable(Evidence, 'e').where('e.id = any(:ids)', { ids }).getMany();
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  private async setStatus(tx: Tx, respondentId: string, status: Respondent['status']): Promise<void> {
    const respondent = await tx.rows(Respondent).get(respondentId);
    const submittedAt = status === 'submitted' ? tx.now : null;
    await tx.rows(Respondent).update(Object.assign(respondent, { status, submittedAt }));
  }
}

/** A request that came twice, because its first answer was lost. */
function isSame(stored: Response, values: Partial<Response>): boolean {
  const names = Object.keys(values) as (keyof Response)[];
  return names.every((name) => JSON.stringify(stored[name]) === JSON.stringify(values[name]));
}

function checkOpen(mine: Mine): void {
  if (!acceptsAnswers(mine.status)) throw new NotOpen();
  if (mine.respondent_status === 'submitted') throw new AlreadySubmitted();
}

/** A whole answer: what was not sent is empty. */
function valuesOf(request: SaveResponseRequest): Partial<Response> {
  const { answer, level, reason, note, evidenceIds, priority, technicalAssistanceNeeded, nextStep } = request;
  return {
    answer,
    level: answer === 'level' ? level! : null,
    reason: reason ?? null,
    note: note ?? null,
    evidenceIds: evidenceIds?.length ? evidenceIds : null,
    priority: priority ?? null,
    technicalAssistanceNeeded: technicalAssistanceNeeded ?? null,
    nextStep: nextStep ?? null,
  };
}
