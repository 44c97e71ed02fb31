import { useTranslation } from 'react-i18next';
import type { Round } from '../../api/readiness';
import { Activity } from '../../components/activity';
import { Panel } from '../../components/panel';

/** Every move of the round, newest first, with who and why. */
export function RoundHistory({ round }: { round: Round }) {
  const { t } = useTranslation('assessments');
  const items = round.history.toReversed().map(({ status, at, personName, reason }, i) => ({
    id: `${at}${i}`,
    who: personName ?? t('history.system'),
    what: t(`history.${status}`) + (reason ? ` “${reason}”` : ''),
    when: at,
  }));
  return (
    <Panel title={t('history.title')}>
      <Activity items={items} />
    </Panel>
  );
}
