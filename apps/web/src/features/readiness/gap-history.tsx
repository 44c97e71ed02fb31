import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roundQuery, targetsQuery, useTenant, type Gap, type Instrument } from '../../api/readiness';
import { Activity, type ActivityItem } from '../../components/activity';
import { useRatingWords } from '../../components/maturity';
import { Panel } from '../../components/panel';
import { scaleOf } from '../../components/readiness/instrument';

/** How the gap came to be what it is: the lock that computed it, and every change of its target. */
export function GapHistory({ gap, instrument }: { gap: Gap; instrument: Instrument }) {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  const words = useRatingWords(scaleOf(instrument));
  const round = useQuery(roundQuery(tenant, gap.assessmentId)).data;
  const targets = useQuery(targetsQuery(tenant, gap.assessmentId)).data;
  const locked = (round?.history ?? []).filter(({ status }) => status === 'locked');
  const changes = targets?.items.find(({ indicatorKey }) => indicatorKey === gap.indicatorKey)?.history ?? [];
  const items: ActivityItem[] = [
    ...locked.map(({ at, personName }) => ({
      id: `lock${at}`,
      who: personName ?? t('gap.historySystem'),
      what: t('gap.historyLocked'),
      when: at,
    })),
    ...changes.map(({ fromLevel, toLevel, at, personName }) => ({
      id: `target${at}`,
      who: personName ?? t('gap.historySystem'),
      what: fromLevel
        ? t('gap.historyTargetFrom', { from: words.word(fromLevel), level: words.word(toLevel) })
        : t('gap.historyTarget', { level: words.word(toLevel) }),
      when: at,
    })),
  ].sort((a, b) => b.when.localeCompare(a.when));
  if (items.length === 0) return null;
  return (
    <Panel title={t('gap.history')}>
      <Activity items={items} />
    </Panel>
  );
}
