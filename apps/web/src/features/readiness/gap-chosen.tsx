import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Gap } from '../../api/readiness';
import { useNotices } from '../../components/feedback/notices';
import { Panel } from '../../components/panel';
import { useChangeGap } from './use-change-gap';

/** Whether the team works on this gap in this cycle. */
export function GapChosen({ gap }: { gap: Gap }) {
  const { t } = useTranslation('readiness');
  const notices = useNotices();
  const change = useChangeGap(gap, ({ chosen }) => notices.done(t(chosen ? 'gap.chosenOn' : 'gap.chosenOff')));
  return (
    <Panel title={t('gap.chosen')}>
      <Switch
        label={t('gap.chosen')}
        description={t('gap.chosenHelp')}
        checked={gap.chosen}
        disabled={!gap.allowed.includes('update') || change.isPending}
        onChange={(event) => change.mutate({ chosen: event.currentTarget.checked }, { onError: notices.failed })}
      />
    </Panel>
  );
}
