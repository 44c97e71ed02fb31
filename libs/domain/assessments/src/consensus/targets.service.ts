import { Injectable } from '@nestjs/common';
import { PeopleLookup } from '@domain/directory';
import { Access } from '@platform/access';
import { type Actor, NotFound } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { ChangedMeanwhile, RoundEnded, RulesBroken } from '../assessments.errors';
import { GapComputation } from '../gaps/gap-computation';
import { checkTargets, targetOf } from '../rules/scope';
import { Assessment } from '../rounds/assessment.entity';
import { ElementResults } from './element-results';
import { IndicatorTarget, IndicatorTargetChange } from './indicator-target.entity';
import { RoundFacts, type RoundFrame } from './round-facts';
import type { TargetItem, TargetListResponse } from './target.response';

/** The levels an assessment aims at: the instrument's default unless the team sets another. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly facts: RoundFacts,
    private readonly people: PeopleLookup,
    private readonly elements: ElementResults,
    private readonly gaps: GapComputation,
  ) {}

  /** All targets, the defaults filled in. @throws NotFound */
  list(actor: Actor, assessmentId: string): Promise<TargetListResponse> {
    return this.database.read(actor, async (tx) => {
      const assessment = await tx.rows(Assessment).visible(assessmentId);
      const frame = await this.facts.frame(tx, assessment);
      const may = assessment.status !== 'superseded' && this.access.can(actor, 'set_targets', assessment);
      return { items: await this.items(tx, assessment, frame), allowed: may ? ['set_targets'] : [] };
    });
  }

  /**
   * Sets a target. After the lock the gap of this indicator is computed again; its history stays.
   * @param version the version that was read; null while the default holds.
   * @throws NotFound, NotAllowed, RoundEnded, ChangedMeanwhile, RulesBroken
   */
  set(actor: Actor, assessmentId: string, key: string, version: number | null, level: string): Promise<TargetItem> {
    return this.database.transaction(actor, async (tx) => {
      const assessment = await tx.rows(Assessment).forChange(assessmentId);
      this.access.authorize(actor, 'set_targets', assessment);
      if (assessment.status === 'superseded') throw new RoundEnded();
      const frame = await this.facts.frame(tx, assessment);
      if (!frame.indicators.some((indicator) => indicator.key === key))
        throw new NotFound('indicator in this assessment');
      const [stored] = await tx.rows(IndicatorTarget).find({ assessmentId, indicatorKey: key });
      if ((stored?.version ?? null) !== version) throw changed(stored);
      const refusals = checkTargets(frame.definition, assessment.scope, { [key]: level });
      if (refusals.length > 0) throw new RulesBroken(refusals.map((refusal) => ({ ...refusal, path: 'level' })));
      await this.write(tx, assessment, frame, key, stored, level);
      return (await this.items(tx, assessment, frame)).find((item) => item.indicatorKey === key)!;
    });
  }

  private async write(
    tx: Tx,
    assessment: Assessment,
    frame: RoundFrame,
    indicatorKey: string,
    stored: IndicatorTarget | undefined,
    level: string,
  ): Promise<void> {
    const fromLevel = stored?.level ?? targetOf(frame.definition, {}, indicatorKey);
    const { id: assessmentId } = assessment;
    if (stored) await tx.rows(IndicatorTarget).update(Object.assign(stored, { level }));
    else await tx.rows(IndicatorTarget).insert({ assessmentId, indicatorKey, level });
    if (fromLevel === level) return;
    await tx.rows(IndicatorTargetChange).insert({
      ...{ assessmentId, indicatorKey, fromLevel, toLevel: level },
      personId: tx.actor.personId ?? null,
    });
    if (assessment.status === 'locked') await this.recompute(tx, assessment, frame, indicatorKey);
  }

  private async recompute(tx: Tx, assessment: Assessment, frame: RoundFrame, indicatorKey: string): Promise<void> {
    const results = await this.facts.results(tx, assessment, frame);
    await this.elements.write(tx, assessment, frame, results);
    const changed = results.filter((result) => result.indicatorKey === indicatorKey);
    await this.gaps.compute(tx, assessment, frame, changed);
  }

  private async items(tx: Tx, { id: assessmentId }: Assessment, frame: RoundFrame): Promise<TargetItem[]> {
    const stored = new Map(
      (await tx.rows(IndicatorTarget).find({ assessmentId })).map((target) => [target.indicatorKey, target]),
    );
    const changes = (await tx.rows(IndicatorTargetChange).find({ assessmentId })).sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    const names = await this.people.names(
      tx,
      changes.map(({ personId }) => personId),
    );
    return frame.indicators.map(({ key }) => ({
      indicatorKey: key,
      version: stored.get(key)?.version ?? null,
      level: stored.get(key)?.level ?? targetOf(frame.definition, {}, key),
      isDefault: !stored.has(key),
      history: changes
        .filter(({ indicatorKey }) => indicatorKey === key)
        .map(({ fromLevel, toLevel, createdAt, personId }) => ({
          ...{ fromLevel, toLevel, at: createdAt },
          personName: names.get(personId ?? '') ?? null,
        })),
    }));
  }
}

function changed(stored: IndicatorTarget | undefined): ChangedMeanwhile {
  return new ChangedMeanwhile(
    stored?.version ?? 0,
    stored ? { indicatorKey: stored.indicatorKey, version: stored.version, level: stored.level } : null,
  );
}
