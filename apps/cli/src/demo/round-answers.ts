import { Database, type Tx } from '@platform/database';
import { Evidence, EvidenceService, Respondent, Response, ResponsesService } from '@domain/assessments';
import type { DemoEvidence, DemoIndicator } from './demo-round';
import type { RoundContext } from './round-context';

const HOURS = 1 / 24;

/** What people answered, and the documents they brought; each person on a day of their own. */
export async function loadAnswers(context: RoundContext): Promise<void> {
  for (const [place, login] of context.round.respondents.entries()) {
    context.moveTo(context.round.daysAgo.answered + place * 31 * HOURS);
    await loadPerson(context, login, place);
  }
}

async function loadPerson(context: RoundContext, login: string, place: number): Promise<void> {
  const { services, cast, round, assessmentId } = context;
  const actor = await cast.actor(login);
  const evidence = await loadEvidence(context, login);
  const respondent = await services.get(Database).transaction(actor, async (tx) => {
    const [found] = await tx.rows(Respondent).find({ assessmentId, personId: cast.personId(login) });
    if (found?.status === 'invited') await answer(tx, context, found, place, evidence);
    return found;
  });
  const handsIn = round.submitted?.includes(login) ?? true;
  if (respondent?.status === 'started' && handsIn) await services.get(ResponsesService).submit(actor, assessmentId);
}

/** All answers of a person at once, as the service writes them one by one. */
async function answer(
  tx: Tx,
  context: RoundContext,
  respondent: Respondent,
  place: number,
  evidence: ReadonlyMap<string, string[]>,
): Promise<void> {
  const { assessmentId, personId, id: respondentId } = { ...respondent };
  const login = context.round.respondents[place];
  const given = Object.entries(context.round.indicators).filter(([, { answers }]) => answers[place] !== '-');
  if (given.length === 0) return;
  await tx.rows(Response).insertAll(
    given.map(([indicatorKey, indicator]) => ({
      ...{ assessmentId, respondentId, personId, indicatorKey },
      ...answerOf(indicator, indicator.answers[place], context.levels),
      ...{ note: indicator.notes?.[login] ?? null, evidenceIds: evidence.get(indicatorKey) ?? null },
      ...{ priority: null, technicalAssistanceNeeded: null, nextStep: null },
    })),
  );
  await tx.rows(Respondent).update(Object.assign(respondent, { status: 'started' as const }));
}

function answerOf({ naReason }: DemoIndicator, sign: string, levels: string[]) {
  if (sign === 'n') return { answer: 'not_applicable' as const, level: null, reason: naReason! };
  if (sign === '?') return { answer: 'dont_know' as const, level: null, reason: null };
  return { answer: 'level' as const, level: levels[Number(sign) - 1], reason: null };
}

/** The documents of a person; ids by the indicator they support. */
async function loadEvidence(context: RoundContext, login: string): Promise<Map<string, string[]>> {
  const { services, cast, assessmentId } = context;
  const brought = context.round.evidence.filter(({ by }) => by === login);
  const known = await services.get(Database).read(cast.system, (tx) => tx.rows(Evidence).find({ assessmentId }));
  const found = new Map<string, string[]>();
  for (const document of brought) {
    const { id } =
      known.find(({ title }) => title === document.title) ??
      (await services.get(EvidenceService).create(await cast.actor(login), requestOf(context, document)));
    for (const key of document.supports) found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}

function requestOf({ cast, round, assessmentId, day }: RoundContext, document: DemoEvidence) {
  const { key, title, kind, supports, period } = document;
  const { open } = round.daysAgo;
  return {
    ...{ partnershipId: cast.placeId(round.partnership), assessmentId, title, kind, indicatorKeys: supports },
    url: `https://documents.demo.braidway.example/${round.key}/${key}`,
    ...(period ? { periodFrom: day(-open - 365), periodTo: day(-open) } : {}),
  };
}
