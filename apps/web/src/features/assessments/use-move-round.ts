import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, idempotent, unwrap } from '../../api/client';
import { ApiProblem, type FieldProblem } from '../../api/problem';
import { useTenant, type Round } from '../../api/readiness';
import { useWrite } from '../../api/use-write';
import { useNotices } from '../../components/feedback/notices';
import { STEP_PATH, type MoveKey } from './round-steps';

/** A step with the reason it may need. */
export interface Move {
  step: MoveKey | 'unsubmit';
  reason?: string;
}

/** Moves a round on or back; what still stands in the way is kept to be shown. */
export function useMoveRound(round: Round) {
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const notices = useNotices();
  const [missing, setMissing] = useState<FieldProblem[]>([]);
  const write = useWrite<Move, unknown>(
    ({ step, reason }, key) => {
      const params = { path: { tenant, id: round.id }, header: idempotent(key) };
      if (step === 'unsubmit') return unwrap(api.POST('/api/v1/t/{tenant}/assessments/{id}/unsubmit', { params }));
      const path = `/api/v1/t/{tenant}/assessments/{id}/${STEP_PATH[step]}` as const;
      return unwrap(api.POST(path, { params, body: { reason } }));
    },
    {
      refresh: ['round', 'rounds', 'answers', 'respondents', 'consensus', 'results', 'gaps', 'my-work', 'caseload'].map(
        (key) => [key],
      ),
      onSuccess: (_, { step }) => {
        setMissing([]);
        notices.done(t(`done.${step}`));
      },
    },
  );
  const go = (move: Move) =>
    write.mutate(move, {
      onError: (error) => {
        const explained = error instanceof ApiProblem && error.errors.length > 0;
        if (explained) setMissing(error.errors);
        else notices.failed(error);
      },
    });
  return { go, busy: write.isPending, missing };
}
