import { useEffect, useRef } from 'react';
import { isTyping } from '../../components/indicator/indicator-card';
import { levelAt, type ScaleLevel } from '../../components/scale';
import type { ConsensusTalkProps, Steps } from './consensus-talk';
import { choose, type Decision } from './decision';

interface TalkKeys extends ConsensusTalkProps, Steps {
  scale: ScaleLevel[];
  enabled: boolean;
  save: () => void;
}

const OUTCOME_KEYS: Record<string, Decision['outcome']> = { x: 'no_consensus', n: 'not_applicable', u: 'unresolved' };

/** The whole talk by keyboard: levels, outcomes, save, and the way through the agenda. */
export function useTalkKeys(talk: TalkKeys): void {
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
