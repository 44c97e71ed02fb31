import type { INestApplicationContext } from '@nestjs/common';
import type { ShiftedClock } from '@platform/clock';
import { Database } from '@platform/database';
import {
  Assessment,
  type AssessmentStatus,
  assessmentStatuses,
  AssessmentsService,
  Instruments,
  Respondent,
  RespondentsService,
  type Step,
  TargetsService,
} from '@domain/assessments';
import type { DemoCast } from './demo-cast';
import type { DemoRound } from './demo-round';
import { loadAnswers } from './round-answers';
import type { RoundContext } from './round-context';
import { loadPriorities, loadTalk } from './round-outcomes';

const DAY_MS = 86_400_000;
const INSTRUMENT = 'six-key-elements';

type Day = keyof DemoRound['daysAgo'];

/** What happens while a round is in a status, then how and when it leaves the status. */
interface Stage {
  work?: (context: RoundContext) => Promise<void>;
  leave?: { step: Step; by: 'setUpBy' | 'facilitator' | 'approvedBy'; on: Day };
}

const STAGES: Partial<Record<AssessmentStatus, Stage>> = {
  draft: { work: loadTeam, leave: { step: 'open', by: 'setUpBy', on: 'open' } },
  open: { work: loadAnswers, leave: { step: 'close', by: 'facilitator', on: 'closed' } },
  closed: { leave: { step: 'start_consensus', by: 'facilitator', on: 'talk' } },
  in_consensus: { work: loadTalk, leave: { step: 'request_approval', by: 'facilitator', on: 'agreed' } },
  awaiting_approval: { leave: { step: 'lock', by: 'approvedBy', on: 'locked' } },
  locked: { work: loadPriorities },
};

/**
 * Plays one round through the use cases, with the clock on the days on which it happened. It goes on where an earlier
 * load was interrupted, and leaves alone what people took further since.
 */
export class RoundLoader {
  private readonly database: Database;

  constructor(
    private readonly services: INestApplicationContext,
    private readonly cast: DemoCast,
    private readonly round: DemoRound,
    private readonly clock: ShiftedClock,
    private readonly now: Date,
  ) {
    this.database = services.get(Database);
  }

  /** Loads the round, or what is missing of it. */
  async load(): Promise<void> {
    const context = await this.context();
    const place = (status: AssessmentStatus) => assessmentStatuses.indexOf(status);
    for (;;) {
      const { status } = await this.assessment(context.assessmentId);
      const stage = STAGES[status];
      if (!stage || place(status) > place(this.round.status)) return;
      await stage.work?.(context);
      if (!stage.leave || status === this.round.status) return;
      const { step, by, on } = stage.leave;
      context.moveTo(this.round.daysAgo[on]!);
      const actor = await this.cast.actor(this.round[by]);
      await this.services.get(AssessmentsService).move(actor, context.assessmentId, step, null);
    }
  }

  private async context(): Promise<RoundContext> {
    const instrument = (await this.services.get(Instruments).list()).find(({ key }) => key === INSTRUMENT)!;
    const moveTo = (daysAgo: number) => this.clock.moveTo(new Date(this.now.getTime() - daysAgo * DAY_MS));
    const day = (days: number) => new Date(this.now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
    const { services, cast, round } = this;
    moveTo(round.daysAgo.draft);
    return {
      ...{ services, cast, round, moveTo, day },
      assessmentId: (await this.known()) ?? (await this.create(instrument.id, day(round.dueInDays))),
      levels: instrument.definition.scale.levels.map(({ key }) => key),
    };
  }

  /** Its key is set after it is made: a load that broke off in between is found by the title. */
  private known(): Promise<string | undefined> {
    const { key: demoKey, title } = this.round;
    const partnershipId = this.cast.placeId(this.round.partnership);
    return this.database.transaction(this.cast.system, async (tx) => {
      const [marked] = await tx.rows(Assessment).find({ demoKey });
      if (marked) return marked.id;
      const [made] = await tx.rows(Assessment).find({ partnershipId, title, demoKey: null });
      if (made) await tx.rows(Assessment).update(Object.assign(made, { demoKey }));
      return made?.id;
    });
  }

  private async create(instrumentId: string, dueOn: string): Promise<string> {
    const { title, purpose, anonymity, facilitator } = this.round;
    await this.services.get(AssessmentsService).create(await this.cast.actor(this.round.setUpBy), {
      ...{ partnershipId: this.cast.placeId(this.round.partnership), instrumentId },
      ...{ title, purpose, anonymity, dueOn, facilitatorPersonId: this.cast.personId(facilitator) },
    });
    return (await this.known())!;
  }

  private assessment(id: string): Promise<Assessment> {
    return this.database.read(this.cast.system, (tx) => tx.rows(Assessment).get(id));
  }
}

/** Asks the team, and sets the targets that differ from the default. */
async function loadTeam({ services, cast, round, assessmentId }: RoundContext): Promise<void> {
  const actor = await cast.actor(round.setUpBy);
  const invited = await services.get(Database).read(cast.system, (tx) => tx.rows(Respondent).find({ assessmentId }));
  const known = new Set(invited.map(({ personId }) => personId));
  for (const login of round.respondents.filter((one) => !known.has(cast.personId(one))))
    await services.get(RespondentsService).add(actor, assessmentId, {
      personId: cast.personId(login),
      organizationId: cast.organizationOf(login),
    });
  const targets = services.get(TargetsService);
  const { items } = await targets.list(actor, assessmentId);
  const set = new Set(items.filter(({ isDefault }) => !isDefault).map(({ indicatorKey }) => indicatorKey));
  for (const [key, level] of Object.entries(round.targets ?? {}).filter(([one]) => !set.has(one)))
    await targets.set(actor, assessmentId, key, null, level);
}
