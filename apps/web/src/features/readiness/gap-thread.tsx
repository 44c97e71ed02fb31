import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roundQuery, threadQuery, useTenant, type Gap, type Instrument } from '../../api/readiness';
import { useRatingWords } from '../../components/maturity';
import { Panel } from '../../components/panel';
import { scaleOf } from '../../components/readiness/instrument';
import type { Band } from '../../components/readiness/words';
import { Thread, ThreadLegend, type ThreadStep } from '../../components/thread';
import { useFormats } from '../../i18n/format';

const OWN_KINDS = ['gap', 'consensus_rating'];

/** The thread of a gap: the rating it came from, what serves it, and the rating that may close it. */
export function GapThread({ gap, instrument }: { gap: Gap; instrument: Instrument }) {
  const { t } = useTranslation('readiness');
  const formats = useFormats();
  const tenant = useTenant();
  const scale = scaleOf(instrument);
  const words = useRatingWords(scale);
  const thread = useQuery(threadQuery(tenant, 'gap', gap.id)).data;
  const round = useQuery(roundQuery(tenant, gap.assessmentId)).data;
  if (!thread) return null;
  const band = gap.band ? t(`band.${gap.band as Band}`) : t('gaps.noBand');
  const steps: ThreadStep[] = [
    {
      key: 'rating',
      kind: t('gap.stepRating'),
      title: t('gap.stepRated', {
        code: gap.indicatorCode,
        level: gap.consensusLevel ? words.word(gap.consensusLevel) : t('gap.nowUnknown'),
      }),
      detail: round?.lockedAt ? t('gap.stepRatingDetail', { date: formats.date(round.lockedAt) }) : undefined,
      strand: 'look',
      rating: gap.consensusLevel,
      to: `/t/${tenant}/assessments/${gap.assessmentId}/consensus?at=${gap.indicatorKey}`,
    },
    {
      key: 'gap',
      kind: t('gap.stepGap'),
      title: gap.size === null ? t('gaps.sizeUnknown') : t('gap.size', { count: gap.size }),
      detail: band,
      strand: 'look',
      here: true,
    },
    ...thread.nodes
      .filter(({ kind }) => !OWN_KINDS.includes(kind))
      .map(({ id, title }): ThreadStep => ({ key: id, kind: t('gap.stepOther'), title, strand: 'agree' })),
    {
      key: 'next',
      kind: t('gap.stepNext'),
      title: t('gap.stepNextTitle'),
      detail: t('gap.stepNextDetail'),
      strand: 'look',
      ahead: true,
    },
  ];
  return (
    <Panel title={t('gap.thread')} aside={<ThreadLegend />}>
      <Thread steps={steps} label={t('gap.threadLabel')} scale={scale} />
    </Panel>
  );
}
