import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenant, type Round } from '../../api/readiness';
import { EmptyState } from '../../components/states';
import { useFormats } from '../../i18n/format';
import { useMoveRound } from './use-move-round';

/** Instead of the cards: the answers are sent, or answering has not begun or has ended. */
export function NotAnswering({ round, submittedAt }: { round: Round; submittedAt: string | null }) {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const move = useMoveRound(round);
  const open = round.status === 'open';
  const kind = open ? 'sent' : round.status === 'draft' ? 'early' : 'late';
  const back = (
    <Button component={Link} to={`/t/${useTenant()}/assessments/${round.id}`} variant={open ? 'filled' : 'default'}>
      {t('answer.toRound')}
    </Button>
  );
  return (
    <>
      <title>{`${round.title} · Braidway`}</title>
      <EmptyState
        as="h1"
        title={t(`answer.${kind}Title`)}
        why={t(`answer.${kind}Why`, { date: submittedAt ? formats.dateTime(submittedAt) : '' })}
        action={
          <>
            {open && (
              <Button variant="default" onClick={() => move.go({ step: 'unsubmit' })} loading={move.busy}>
                {t('step.unsubmit')}
              </Button>
            )}
            {back}
          </>
        }
      />
    </>
  );
}
