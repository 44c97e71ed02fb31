import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenant, type Round } from '../../api/readiness';
import { useConfirm } from '../../components/feedback/confirm';
import { ReasonDialog } from './reason-dialog';
import { mainStep, otherSteps, type MainStepKey, type MoveKey } from './round-steps';
import type { useMoveRound } from './use-move-round';

/** Steps that are asked about first, because people notice them or because they fix something. */
const ASKED = ['open', 'close', 'lock'] as const;
/** Steps of those who lead or approve: they see the result before it is locked. */
const LEADING = ['facilitate', 'request_approval', 'return', 'lock'];
/** Steps back; each needs a reason. */
const BACK: readonly MoveKey[] = ['return', 'reopen'];
const PAGES: Partial<Record<MainStepKey, string>> = { answer: 'answer', talk: 'consensus', results: 'results' };

interface RoundActionsProps {
  round: Round;
  move: ReturnType<typeof useMoveRound>;
}

/** The one filled button of this person for this round, and the other steps beside it. */
export function RoundActions({ round, move }: RoundActionsProps) {
  const { t } = useTranslation('assessments');
  const [asking, setAsking] = useState<MoveKey | null>(null);
  const go = useGo(move, setAsking);
  const talks = ['in_consensus', 'awaiting_approval', 'closed'].includes(round.status);
  const previews = round.status !== 'closed' && LEADING.some((step) => round.allowed.includes(step));
  const main = mainStep(round);
  return (
    <>
      {talks && main?.key !== 'talk' && <PageButton round={round} page="consensus" label={t('round.toTalk')} />}
      {talks && previews && <PageButton round={round} page="results" label={t('round.preview')} />}
      {round.allowed.includes('unsubmit') && (
        <Button variant="default" onClick={() => move.go({ step: 'unsubmit' })} loading={move.busy}>
          {t('step.unsubmit')}
        </Button>
      )}
      {otherSteps(round).map((step) => (
        <Button key={step} variant="default" onClick={() => go(step)} disabled={move.busy}>
          {t(`step.${step}`)}
        </Button>
      ))}
      <MainButton round={round} busy={move.busy} go={go} />
      {asking && (
        <ReasonDialog
          step={asking}
          onClose={() => setAsking(null)}
          onSend={(reason) => {
            setAsking(null);
            move.go({ step: asking, reason });
          }}
        />
      )}
    </>
  );
}

function useGo(move: RoundActionsProps['move'], askReason: (step: MoveKey) => void) {
  const { t } = useTranslation('assessments');
  const confirm = useConfirm();
  return async (step: MoveKey) => {
    if (BACK.includes(step)) return askReason(step);
    const asked = ASKED.find((key) => key === step);
    const question = asked && {
      title: t(`ask.${asked}.title`),
      body: t(`ask.${asked}.body`),
      confirm: t(`step.${asked}`),
    };
    if (!question || (await confirm(question))) move.go({ step });
  };
}

function PageButton({ round, page, label }: { round: Round; page: string; label: string }) {
  return (
    <Button variant="default" component={Link} to={`/t/${useTenant()}/assessments/${round.id}/${page}`}>
      {label}
    </Button>
  );
}

function MainButton({ round, busy, go }: { round: Round; busy: boolean; go: (step: MoveKey) => void }) {
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const step = mainStep(round);
  if (!step) return null;
  const page = PAGES[step.key];
  const label = t(step.key === 'answer' && round.progress.answered > 0 ? 'step.goOn' : `step.${step.key}`);
  if (page)
    return (
      <Button component={Link} to={`/t/${tenant}/assessments/${round.id}/${page}`}>
        {label}
      </Button>
    );
  return (
    <Button
      onClick={() => go(step.key as MoveKey)}
      loading={busy}
      disabled={step.blocked !== undefined}
      aria-describedby={step.blocked ? 'why-not' : undefined}
    >
      {label}
    </Button>
  );
}
