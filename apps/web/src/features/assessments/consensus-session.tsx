import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ConsensusItem, Instrument, Round } from '../../api/readiness';
import { indicatorsOf, type PlacedIndicator } from '../../components/readiness/instrument';
import { EmptyState } from '../../components/states';
import { ConsensusList } from './consensus-list';
import { ConsensusTalk } from './consensus-talk';
import { ConsensusTop } from './consensus-top';
import { decisionOf, type Decision } from './decision';
import styles from './consensus.module.css';

/** An indicator on the agenda with its words. */
export interface AgendaItem extends ConsensusItem {
  indicator: PlacedIndicator;
}

/** What every part of the talk gets. */
export interface TalkParts {
  round: Round;
  instrument: Instrument;
  agenda: AgendaItem[];
  view: 'own' | 'team';
  /** Goes to an indicator, or to the list. */
  goTo: (indicatorKey: string | null) => void;
}

interface ConsensusSessionProps {
  round: Round;
  instrument: Instrument;
  items: ConsensusItem[];
  view: 'own' | 'team';
}

/** The talk: what is written for an indicator stays while one looks at another. */
export function ConsensusSession({ round, instrument, items, view }: ConsensusSessionProps) {
  const { t } = useTranslation('assessments');
  const [params, setParams] = useSearchParams();
  const [written, setWritten] = useState<ReadonlyMap<string, Decision>>(new Map());
  const [said, setSaid] = useState('');
  const agenda = agendaOf(instrument, items);
  const at = params.get('at');
  const here = agenda.find(({ indicatorKey }) => indicatorKey === at);
  const goTo = (indicatorKey: string | null) =>
    setParams((old) => {
      const next = new URLSearchParams(old);
      if (indicatorKey) next.set('at', indicatorKey);
      else next.delete('at');
      return next;
    });
  const parts: TalkParts = { round, instrument, agenda, view, goTo };
  if (agenda.length === 0) return <EmptyState as="h1" title={t('talk.emptyTitle')} why={t('talk.emptyWhy')} />;
  return (
    <>
      <title>{`${t('talk.title')} · ${round.title} · Braidway`}</title>
      <ConsensusTop {...parts} here={here} said={said} />
      {here ? (
        <ConsensusTalk
          key={here.indicatorKey}
          {...parts}
          item={here}
          decision={written.get(here.indicatorKey) ?? decisionOf(here)}
          onChange={(decision) => setWritten((old) => including(old, here.indicatorKey, decision))}
          onSaved={(text) => {
            setSaid(text);
            setWritten((old) => without(old, here.indicatorKey));
          }}
        />
      ) : (
        <main id="content" tabIndex={-1} className={styles.main}>
          <ConsensusList {...parts} />
        </main>
      )}
    </>
  );
}

function agendaOf(instrument: Instrument, items: ConsensusItem[]): AgendaItem[] {
  const known = new Map(indicatorsOf(instrument.elements).map((indicator) => [indicator.key, indicator]));
  return items
    .toSorted((a, b) => a.order.rank - b.order.rank)
    .flatMap((item) => {
      const indicator = known.get(item.indicatorKey);
      return indicator ? [{ ...item, indicator }] : [];
    });
}

const including = <V,>(map: ReadonlyMap<string, V>, key: string, value: V) => new Map(map).set(key, value);

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
