import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { useTenant } from '../../api/readiness';
import { useWrite } from '../../api/use-write';
import { useNotices } from '../../components/feedback/notices';
import { isTyping } from '../../components/indicator/indicator-card';
import { Kbd } from '../../components/kbd';
import { useRatingWords } from '../../components/maturity';
import { levelAt, type ScaleLevel } from '../../components/scale';
import { scaleOf } from '../../components/readiness/instrument';
import { bodyOf, choose, errorsByField, type Decision } from './decision';
import { DecisionForm } from './decision-form';
import { TalkEvidence } from './talk-evidence';
import { TalkSpread } from './talk-spread';
import type { AgendaItem, TalkParts } from './consensus-session';
import styles from './consensus.module.css';

interface ConsensusTalkProps extends TalkParts {
  item: AgendaItem;
  decision: Decision;
  onChange: (decision: Decision) => void;
  onSaved: () => void;
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
            <DecisionForm
              {...{ item, decision, onChange, round, instrument, mayRecord }}
              errors={save.errors}
              others={save.others}
            />
          </section>
        </div>
      </main>
      <Foot {...props} {...step} mayRecord={mayRecord} busy={save.busy} onSave={save.go} />
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

interface Steps {
  previous?: AgendaItem;
  next?: AgendaItem;
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
        onSaved();
        notices.done(t('talk.saved', { code: item.indicator.code }));
        const at = agenda.findIndex(({ indicatorKey }) => indicatorKey === item.indicatorKey);
        goTo(agenda.slice(at + 1).find(({ rating }) => !rating)?.indicatorKey ?? null);
      },
    },
  );
  const onError = (error: Error) => {
    if (error instanceof ApiProblem && error.errors.length > 0) setRefused(error);
    else notices.failed(error);
  };
  const errors = errorsByField(refused?.errors ?? []);
  const shown = ['level', 'low', 'high', 'rationale', 'outsideReason', 'reason', 'dissent', 'ownerPersonId', 'dueOn'];
  return {
    go: () => decision.outcome && !write.isPending && write.mutate(undefined, { onError }),
    busy: write.isPending,
    errors,
    others: Object.entries(errors).flatMap(([path, message]) => (shown.includes(path) ? [] : [message])),
  };
}

interface TalkKeys extends ConsensusTalkProps, Steps {
  scale: ScaleLevel[];
  enabled: boolean;
  save: () => void;
}

const OUTCOME_KEYS: Record<string, Decision['outcome']> = { x: 'no_consensus', n: 'not_applicable', u: 'unresolved' };

/** The whole talk by keyboard: levels, outcomes, save, and the way through the agenda. */
function useTalkKeys(talk: TalkKeys): void {
  const latest = useRef(talk);
  latest.current = talk;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { scale, enabled, save, decision, onChange, item, goTo, next, previous } = latest.current;
      if (event.key === 'Enter' && event.ctrlKey) return enabled ? save() : undefined;
      if (isTyping(event as never) || document.querySelector('[role=dialog]')) return;
      const key = event.key.toLowerCase();
      if (key === 'pagedown' && next) goTo(next.indicatorKey);
      else if (key === 'pageup' && previous) goTo(previous.indicatorKey);
      else if (key === 'l') goTo(null);
      else if (enabled && OUTCOME_KEYS[key]) onChange(choose(decision, OUTCOME_KEYS[key], item));
      else if (enabled && levelAt(scale, key))
        onChange({ ...decision, outcome: 'level', level: levelAt(scale, key)!.key });
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

interface FootProps extends ConsensusTalkProps, Steps {
  mayRecord: boolean;
  busy: boolean;
  onSave: () => void;
}

function Foot({ previous, next, goTo, decision, instrument, mayRecord, busy, onSave }: FootProps) {
  const { t } = useTranslation('assessments');
  const words = useRatingWords(scaleOf(instrument));
  const chosen = decision.outcome === 'level' && decision.level ? words.word(decision.level) : '';
  return (
    <footer className={styles.foot} data-shell>
      <Button
        size="md"
        variant="default"
        disabled={!previous}
        onClick={() => previous && goTo(previous.indicatorKey)}
        leftSection={<IconArrowLeft size={18} aria-hidden />}
      >
        {t('talk.back')}
      </Button>
      {mayRecord && (
        <p className={styles.keys}>
          <Kbd>1</Kbd>–<Kbd>{String(instrument.scale.levels.length)}</Kbd> {t('talk.keyLevel')} <Kbd>X</Kbd>{' '}
          {t('talk.keyNone')} <Kbd>U</Kbd> {t('talk.keyUnresolved')} <Kbd>Ctrl</Kbd>+<Kbd>Enter</Kbd>{' '}
          {t('talk.keySave')}
        </p>
      )}
      <p className={styles.next}>{next ? t('talk.next', { code: next.indicator.code }) : t('talk.last')}</p>
      {next && (
        <Button size="md" variant="default" onClick={() => goTo(next.indicatorKey)}>
          {t('talk.skipOne')}
        </Button>
      )}
      {mayRecord && (
        <>
          <Button
            size="md"
            disabled={!decision.outcome}
            loading={busy}
            onClick={onSave}
            aria-describedby={decision.outcome ? undefined : 'save-why'}
            rightSection={<IconArrowRight size={18} aria-hidden />}
          >
            {t('talk.save')}
            <span className="visually-hidden"> {chosen}</span>
          </Button>
          <span id="save-why" className="visually-hidden">
            {t('talk.chooseFirst')}
          </span>
        </>
      )}
    </footer>
  );
}
