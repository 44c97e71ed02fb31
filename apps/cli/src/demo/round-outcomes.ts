import { Database } from '@platform/database';
import { ConsensusRating, ConsensusService, Gap, GapsService } from '@domain/assessments';
import type { DemoIndicator } from './demo-round';
import type { RoundContext } from './round-context';

/** What the team agreed on; in a round that went further, the rest is confirmed together. */
export async function loadTalk(context: RoundContext): Promise<void> {
  const { services, cast, round, assessmentId } = context;
  context.moveTo(round.daysAgo.talk! - 1 / 12);
  const facilitator = await cast.actor(round.facilitator);
  const rated = await services.get(Database).read(cast.system, (tx) => tx.rows(ConsensusRating).find({ assessmentId }));
  const open = Object.entries(round.indicators).filter(
    ([key]) => !rated.some(({ indicatorKey }) => indicatorKey === key),
  );
  const consensus = services.get(ConsensusService);
  for (const [key, indicator] of open.filter(([, { outcome, level }]) => outcome ?? level))
    await consensus.record(facilitator, assessmentId, key, null, outcomeOf(context, indicator));
  const rest = open.filter(([, { outcome, level }]) => !(outcome ?? level)).map(([key]) => key);
  if (round.status !== 'locked' || rest.length === 0) return;
  const { refused } = await consensus.confirm(facilitator, assessmentId, rest);
  if (refused.length > 0) throw new Error(`The demo round ${round.key} needs outcomes: ${JSON.stringify(refused)}`);
}

function outcomeOf({ cast, round, day }: RoundContext, indicator: DemoIndicator) {
  const { level, why, dissent = [], owner, dueInDays } = indicator;
  return {
    ...{ outcome: indicator.outcome ?? ('level' as const), level: level ?? null, rationale: why ?? null },
    dissent: dissent.map(({ organization, text }) => ({ organizationId: cast.placeId(organization), text })),
    ownerPersonId: owner ? cast.personId(owner) : null,
    dueOn: dueInDays ? day(dueInDays - round.daysAgo.talk!) : null,
  };
}

/** How the team ranked its gaps, in the week after the lock. */
export async function loadPriorities(context: RoundContext): Promise<void> {
  const { services, cast, round, assessmentId } = context;
  context.moveTo(round.daysAgo.locked! - 6);
  const actor = await cast.actor(round.facilitator);
  const gaps = await services.get(Database).read(cast.system, (tx) => tx.rows(Gap).find({ assessmentId }));
  const gapOf = (key: string) => {
    const gap = gaps.find(({ indicatorKey }) => indicatorKey === key);
    if (!gap) throw new Error(`The demo round ${round.key} ranks ${key}, which has no gap.`);
    return gap;
  };
  for (const { indicator, blockedBy, ...judgment } of round.priorities ?? []) {
    const gap = gapOf(indicator);
    if (gap.impact !== null || gap.state !== 'current') continue;
    const blockers = blockedBy && { blockedBy: blockedBy.map((key) => gapOf(key).id) };
    await services.get(GapsService).prioritize(actor, gap.id, gap.version, { ...judgment, ...blockers });
  }
}
