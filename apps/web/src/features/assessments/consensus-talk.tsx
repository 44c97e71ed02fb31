import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { useTenant } from '../../api/readiness';
import { useWrite } from '../../api/use-write';
import { useNotices } from '../../components/feedback/notices';
import type { ScaleLevel } from '../../components/scale';
import { useRefusalText } from '../../components/readiness/refusal';
import { scaleOf } from '../../components/readiness/instrument';
import { ConsensusFoot } from './consensus-foot';
import { bodyOf, errorsByField, type Decision } from './decision';
import { DecisionForm } from './decision-form';
import { DecisionSummary } from './decision-summary';
import { TalkEvidence } from './talk-evidence';
import { TalkSpread } from './talk-spread';
import type { AgendaItem, TalkParts } from './consensus-session';
import styles from './consensus.module.css';
import { useTalkKeys } from './use-talk-keys';

/** What the talk about one indicator gets. */
export interface ConsensusTalkProps extends TalkParts {
  item: AgendaItem;
  decision: Decision;
  onChange: (decision: Decision) => void;
  /** The decision is recorded; says so in words. */
  onSaved: (said: string) => void;
}

/** The neighbors of an indicator on the agenda. */
export interface Steps {
  previous?: AgendaItem;
  next?: AgendaItem;
}

/** One indicator on the screen: where the partners stand, and what the team agrees on. */
export function ConsensusTalk(props: ConsensusTalkProps) {
  const { t } = useTranslation('assessments');
  const { item, decision, onChange, round, instrument, view } = props;
  const save = useSave(props);
  const scale = scaleOf(instrument);
  const mayRecord = item.allowed.includes('record') || round.allowed.includes('facilitate');
  const step = useSteps(props);
  useTalkKeys({ ...props, scale, enabled: mayRecord, save: save.go, ...step });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <main className={styles.main} id="content" tabIndex={-1}>
        <h1 className={styles.statement} ref={heading} tabIndex={-1}>
          <span>{item.indicator.code}</span> {item.indicator.statement}
        </h1>
        <p className={styles.why}>{item.order.reasons.map((reason) => t(`reason.${reason as 'split'}`)).join(' ')}</p>
        <div className={styles.grid}>
          <section aria-label={t('talk.stand')} className={styles.card}>
            <TalkSpread item={item} scale={scale} round={round} view={view} />
            <LevelTexts item={item} scale={scale} />
            <TalkEvidence item={item} round={round} mayAdd={mayRecord} />
          </section>
          <section aria-labelledby="decide" className={styles.card}>
            {mayRecord ? (
              <DecisionForm
                {...{ item, decision, onChange, round, instrument }}
                errors={save.errors}
                others={save.others}
              />
            ) : (
              <DecisionSummary item={item} instrument={instrument} />
            )}
          </section>
        </div>
      </main>
      <ConsensusFoot {...props} {...step} mayRecord={mayRecord} busy={save.busy} onSave={save.go} />
    </>
  );
}

function LevelTexts({ item, scale }: { item: AgendaItem; scale: ScaleLevel[] }) {
  const { t } = useTranslation('assessments');
  return (
    <details className={styles.texts} open>
      <summary>{t('talk.texts')}</summary>
      <dl style={{ '--levels': scale.length } as React.CSSProperties}>
        {scale.map((level) => (
          <div key={level.key}>
            <dt>{level.value}</dt>
            <dd>{item.indicator.descriptors[level.key]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function useSteps({ agenda, item }: ConsensusTalkProps): Steps {
  const at = agenda.findIndex(({ indicatorKey }) => indicatorKey === item.indicatorKey);
  return { previous: agenda[at - 1], next: agenda[at + 1] };
}

/** Records the decision and goes to the next indicator, or to the list after the last one. */
function useSave({ item, decision, round, agenda, goTo, onSaved }: ConsensusTalkProps) {
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const notices = useNotices();
  const words = useRefusalText();
  const [refused, setRefused] = useState<ApiProblem | null>(null);
  const write = useWrite(
    () => {
      const header: Record<string, string> = item.rating ? ifMatch(item.rating.version) : { 'If-None-Match': '*' };
      return unwrap(
        api.PUT('/api/v1/t/{tenant}/assessments/{id}/consensus/{indicatorKey}', {
          params: { path: { tenant, id: round.id, indicatorKey: item.indicatorKey }, header },
          body: bodyOf(decision),
        }),
      );
    },
    {
      refresh: [
        ['consensus', tenant, round.id],
        ['round', tenant, round.id],
      ],
      onSuccess: () => {
        setRefused(null);
        onSaved(t('talk.saved', { code: item.indicator.code }));
        const at = agenda.findIndex(({ indicatorKey }) => indicatorKey === item.indicatorKey);
        goTo(agenda.slice(at + 1).find(({ rating }) => !rating)?.indicatorKey ?? null);
      },
    },
  );
  const onError = (error: Error) => {
    if (error instanceof ApiProblem && error.errors.length > 0) setRefused(error);
    else notices.failed(error);
  };
  const errors = errorsByField(refused?.errors ?? [], words);
  const shown = ['level', 'low', 'high', 'rationale', 'outsideReason', 'reason', 'dissent', 'ownerPersonId', 'dueOn'];
  if (item.evidence.length === 0) shown.push('evidenceIds');
  return {
    go: () => decision.outcome && !write.isPending && write.mutate(undefined, { onError }),
    busy: write.isPending,
    errors,
    others: Object.entries(errors).flatMap(([path, message]) => (shown.includes(path) ? [] : [message])),
  };
}
