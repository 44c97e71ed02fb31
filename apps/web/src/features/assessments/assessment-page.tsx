import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { instrumentQuery, roundQuery, useTenant, type Instrument, type Round } from '../../api/readiness';
import layout from '../../components/layout.module.css';
import { PageHeader } from '../../components/page-header';
import { RoundBadge } from '../../components/readiness/round-badge';
import { Loaded } from '../../components/states';
import { useFormats } from '../../i18n/format';
import { EditRound } from './edit-round';
import { MissingList } from './missing-list';
import { RespondentsPanel } from './respondents-panel';
import { RoundActions } from './round-actions';
import { RoundFacts } from './round-facts';
import { RoundHistory } from './round-history';
import { RoundProgress } from './round-progress';
import { RoundWarnings } from './round-warnings';
import { mainStep } from './round-steps';
import styles from './rounds.module.css';
import { useMoveRound } from './use-move-round';

/** A round: where it stands, what this person does now, who was asked, and what has happened. */
export function AssessmentPage() {
  const { id = '' } = useParams();
  const query = useQuery(roundQuery(useTenant(), id));
  const instrument = useQuery(instrumentQuery(query.data?.instrumentId));
  return (
    <Loaded query={query} rows={10}>
      {(round) => (
        <Loaded query={instrument} rows={10}>
          {(data) => <RoundRecord round={round} instrument={data} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function RoundRecord({ round, instrument }: { round: Round; instrument: Instrument }) {
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const move = useMoveRound(round);
  const [editing, setEditing] = useState(false);
  return (
    <>
      <PageHeader
        title={round.title}
        trail={[{ label: t('list.title'), to: `/t/${tenant}/assessments` }]}
        status={<RoundBadge status={round.status} />}
        summary={<Summary round={round} />}
        actions={<RoundActions round={round} move={move} />}
      />
      <WhyNot round={round} />
      <MissingList round={round} instrument={instrument} missing={move.missing} />
      <div className={layout.rail}>
        <div className={layout.stack}>
          <RoundProgress round={round} />
          <RespondentsPanel round={round} />
        </div>
        <div className={layout.stack}>
          <RoundWarnings round={round} />
          <RoundFacts round={round} instrument={instrument} onEdit={() => setEditing(true)} />
          <RoundHistory round={round} />
        </div>
      </div>
      {editing && <EditRound round={round} instrument={instrument} onClose={() => setEditing(false)} />}
    </>
  );
}

function Summary({ round }: { round: Round }) {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const { partnershipName, respondents, indicatorCount, dueOn, consensus } = round;
  const numbers =
    round.status === 'in_consensus' || round.status === 'awaiting_approval'
      ? t('round.summaryTalk', { settled: consensus.settled + consensus.unresolved, total: consensus.total })
      : t('round.summaryAnswers', { done: respondents.submitted, count: respondents.invited });
  const due = dueOn ? ` ${t('round.summaryDue', { date: formats.date(dueOn) })}` : '';
  return <>{`${partnershipName}. ${t('round.indicators', { count: indicatorCount })} ${numbers}${due}`}</>;
}

/** One line under the title: why the main step waits, or whose turn it is. */
function WhyNot({ round }: { round: Round }) {
  const { t } = useTranslation('assessments');
  const step = mainStep(round);
  const text = step?.blocked
    ? t(`blocked.${step.blocked}`)
    : !step && round.status !== 'superseded'
      ? t(`turn.${round.status as 'draft'}`)
      : undefined;
  return text ? (
    <p className={styles.why} id="why-not">
      {text}
    </p>
  ) : null;
}
