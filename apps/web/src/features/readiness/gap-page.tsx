import { Button } from '@mantine/core';
import { IconChartRadar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { gapQuery, instrumentQuery, roundQuery, useTenant, type Gap, type Instrument } from '../../api/readiness';
import layout from '../../components/layout.module.css';
import { LevelChip } from '../../components/maturity';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { indicatorsOf, scaleOf } from '../../components/readiness/instrument';
import { Loaded } from '../../components/states';
import { StatusBadge } from '../../components/status-badge';
import { GapBlockers } from './gap-blockers';
import { GapEvidence, GapFacts } from './gap-facts';
import { GapChosen } from './gap-chosen';
import { GapHistory } from './gap-history';
import { GapPriority } from './gap-priority';
import { GapThread } from './gap-thread';
import styles from './gaps.module.css';

/** A gap: how far, what closing it takes, what must close before it. */
export function GapPage() {
  const { id = '' } = useParams();
  const tenant = useTenant();
  const query = useQuery(gapQuery(tenant, id));
  const instrumentId = useQuery({ ...roundQuery(tenant, query.data?.assessmentId ?? ''), enabled: !!query.data }).data
    ?.instrumentId;
  const instrument = useQuery(instrumentQuery(instrumentId));
  return (
    <Loaded query={query} rows={8}>
      {(gap) => (
        <Loaded query={instrument} rows={8}>
          {(data) => <GapRecord gap={gap} instrument={data} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface PartProps {
  gap: Gap;
  instrument: Instrument;
}

function GapRecord({ gap, instrument }: PartProps) {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  const element = instrument.elements.find(({ key }) => key === gap.elementKey);
  return (
    <>
      <PageHeader
        title={`${gap.indicatorCode} ${gap.statement}`}
        trail={[
          { label: t('gaps.title'), to: `/t/${tenant}/gaps` },
          {
            label: element?.title ?? gap.elementKey,
            to: `/t/${tenant}/gaps?partnershipId=${gap.partnershipId}&elementKey=${gap.elementKey}`,
          },
        ]}
        status={<GapState gap={gap} />}
        summary={`${gap.partnershipName}. ${gap.size === null ? t('gaps.sizeUnknown') : t('gap.size', { count: gap.size })}.`}
        actions={
          <Button
            variant="default"
            component={Link}
            to={`/t/${tenant}/assessments/${gap.assessmentId}/results`}
            leftSection={<IconChartRadar size={17} aria-hidden />}
          >
            {t('gap.openResults')}
          </Button>
        }
      />
      <div className={layout.stack}>
        <GapThread gap={gap} instrument={instrument} />
        <div className={layout.rail}>
          <div className={layout.stack}>
            <GapPriority key={gap.version} gap={gap} />
            <GapBlockers gap={gap} />
            <Descriptors gap={gap} instrument={instrument} />
          </div>
          <div className={layout.stack}>
            <HowFar gap={gap} instrument={instrument} />
            <GapChosen gap={gap} />
            <GapEvidence gap={gap} />
            <GapHistory gap={gap} instrument={instrument} />
            <GapFacts gap={gap} elementTitle={element ? `${element.number}. ${element.title}` : gap.elementKey} />
          </div>
        </div>
      </div>
    </>
  );
}

function GapState({ gap }: { gap: Gap }) {
  const { t } = useTranslation('readiness');
  if (gap.state === 'met') return <StatusBadge status="target" />;
  if (gap.state === 'outdated') return <StatusBadge status="superseded" label={t('gap.outdated')} />;
  return gap.chosen ? <StatusBadge status="done" label={t('gap.chosen')} /> : null;
}

function HowFar({ gap, instrument }: PartProps) {
  const { t } = useTranslation('readiness');
  const scale = scaleOf(instrument);
  const target = indicatorsOf(instrument.elements).find(({ key }) => key === gap.indicatorKey)?.descriptors[
    gap.targetLevel
  ];
  return (
    <Panel title={t('gap.howFar')}>
      <ol className={styles.far}>
        <li>
          <LevelChip scale={scale} rating={gap.consensusLevel} size={34} />
          <span>{t(gap.consensusLevel ? 'gap.now' : 'gap.nowUnknown')}</span>
        </li>
        <li className={styles.arrow} aria-hidden />
        <li>
          <LevelChip scale={scale} rating={gap.targetLevel} size={34} />
          <span>{t('gap.target')}</span>
        </li>
      </ol>
      {gap.size === null && <p className={styles.text}>{t('gap.sizeUnknown')}</p>}
      {gap.provisional && <p className={styles.text}>{t('gap.provisional')}</p>}
      {target && <p className={styles.quote}>“{target}”</p>}
    </Panel>
  );
}

function Descriptors({ gap, instrument }: PartProps) {
  const { t } = useTranslation('readiness');
  const scale = scaleOf(instrument);
  const indicator = indicatorsOf(instrument.elements).find(({ key }) => key === gap.indicatorKey);
  if (!indicator) return null;
  return (
    <Panel title={t('gap.descriptors')}>
      <dl className={styles.descriptors}>
        {scale.map((level) => (
          <div key={level.key}>
            <dt>
              <LevelChip scale={scale} rating={level.key} />
            </dt>
            <dd>{indicator.descriptors[level.key]}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
