import { useTranslation } from 'react-i18next';
import type { Round, RoundStatus } from '../../api/readiness';
import { Activity } from '../../components/activity';
import { Panel } from '../../components/panel';

/** What a state was reached by: the same state may be a step on or a step back. */
function moveOf(status: RoundStatus, before: RoundStatus | undefined) {
  if (status === 'open' && before === 'closed') return 'reopened';
  if (status !== 'in_consensus') return status;
  return before === 'awaiting_approval' ? 'returned' : before === 'locked' ? 'reopened' : status;
}

/** Every move of the round, newest first, with who and why. */
export function RoundHistory({ round }: { round: Round }) {
  const { t } = useTranslation('assessments');
  const items = round.history
    .map(({ status, at, personName, reason }, i) => ({
      id: `${at}${i}`,
      who: personName ?? t('history.system'),
      what: t(`history.${moveOf(status, round.history[i - 1]?.status)}`) + (reason ? `: “${reason}”` : ''),
      when: at,
    }))
    .reverse();
  return (
    <Panel title={t('history.title')}>
      <Activity items={items} />
    </Panel>
  );
}
