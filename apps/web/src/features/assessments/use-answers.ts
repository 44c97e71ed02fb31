import { useRef, useState } from 'react';
import { api, ifMatch, unwrap } from '../../api/client';
import type { ApiProblem } from '../../api/problem';
import { useTenant, type Answer, type Round } from '../../api/readiness';
import { useAutosave } from '../../api/use-autosave';
import { useRefusalText } from '../../components/readiness/refusal';
import { bodyOf, draftOf, EMPTY, isAnswered, type AnswerDraft } from './answer-draft';

/** What waits on this device: the answer, and the version it is based on (0 for none). */
interface Waiting {
  draft: AnswerDraft;
  base: number;
}

/** Two versions of one answer; null where the other one was taken back. */
export interface AnswerConflict {
  mine: AnswerDraft;
  theirs: Answer | null;
}

/** One's own answers while they are written: each is saved as one goes, and nothing is overwritten unseen. */
export function useAnswers(round: Round, stored: Answer[], person: string) {
  const tenant = useTenant();
  const words = useRefusalText();
  const versions = useRef(new Map(stored.map(({ indicatorKey, version }) => [indicatorKey, version]))).current;
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, AnswerConflict>>(new Map());
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const onRefused = (key: string, { draft }: Waiting, problem: ApiProblem) => {
    if (!problem.isStale)
      return setRefused((old) => new Map(old).set(key, problem.errors[0] ? words(problem.errors[0]) : problem.message));
    const theirs = (problem.current ?? null) as Answer | null;
    setConflicts((old) => new Map(old).set(key, { mine: draft, theirs }));
  };
  const save = async (indicatorKey: string, { draft, base }: Waiting) => {
    const version = versions.get(indicatorKey) ?? base;
    const header: Record<string, string> = version > 0 ? ifMatch(version) : { 'If-None-Match': '*' };
    const saved = await unwrap(
      api.PUT('/api/v1/t/{tenant}/assessments/{id}/responses/{indicatorKey}', {
        params: { path: { tenant, id: round.id, indicatorKey }, header },
        body: bodyOf(draft),
      }),
    );
    versions.set(indicatorKey, saved.version);
  };
  const { status, queue } = useAutosave<Waiting>({ name: `${person}.${round.id}`, save, onRefused });
  const [drafts, setDrafts] = useState(() => {
    const start = new Map(stored.map((answer) => [answer.indicatorKey, draftOf(answer)]));
    for (const [key, { draft, base }] of queue.pending) {
      start.set(key, draft);
      versions.set(key, base);
    }
    return start;
  });
  const show = (key: string, draft: AnswerDraft) => setDrafts((old) => new Map(old).set(key, draft));
  const change = (key: string, draft: AnswerDraft) => {
    show(key, draft);
    setRefused((old) => without(old, key));
    if (isAnswered(draft) && !conflicts.has(key)) queue.put(key, { draft, base: versions.get(key) ?? 0 });
  };
  const settle = (key: string, keep: 'mine' | 'theirs') => {
    const conflict = conflicts.get(key);
    if (!conflict) return;
    const version = conflict.theirs?.version ?? 0;
    versions.set(key, version);
    setConflicts((old) => without(old, key));
    if (keep === 'theirs') return show(key, conflict.theirs ? draftOf(conflict.theirs) : EMPTY);
    const draft = drafts.get(key) ?? conflict.mine;
    queue.put(key, { draft, base: version });
  };
  return { drafts, change, settle, conflicts, refused, status, flush: () => queue.flush(), pending: queue.pending };
}

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** Everything the answering page does with answers. */
export type Answers = ReturnType<typeof useAnswers>;
