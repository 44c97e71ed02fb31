import { Button } from '@mantine/core';
import { useState } from 'react';
import { IndicatorCard, type IndicatorAnswer } from '../src/components/indicator/indicator-card';
import { KeyHints } from '../src/components/indicator/key-hints';
import { useCardWalk, useSingleKeys } from '../src/components/indicator/use-card-walk';
import layout from '../src/components/layout.module.css';
import { ProgressRail } from '../src/components/progress-rail';
import { SaveState } from '../src/components/save-state';
import { INDICATORS, RAIL, SCALE } from './fixtures';

const FIRST: Record<string, IndicatorAnswer> = {
  'sector-body': {
    rating: 'planning',
    note: 'The manufacturing group meets; health care has only a founding circle.',
    reason: '',
  },
  'one-channel': { rating: null, note: '', reason: '' },
};

/** Answering: rail, cards, keys, save state. */
export function AnswerSection() {
  const [answers, setAnswers] = useState(FIRST);
  const [keys, setKeys] = useSingleKeys();
  const walk = useCardWalk(keys);
  return (
    <div className={layout.wideNarrow}>
      <div className={layout.stack} ref={walk.ref}>
        {INDICATORS.map((indicator) => (
          <IndicatorCard
            key={indicator.key}
            scale={SCALE}
            indicator={indicator}
            shortcuts={keys}
            answer={answers[indicator.key]!}
            onChange={(answer) => setAnswers((old) => ({ ...old, [indicator.key]: answer }))}
          />
        ))}
        <KeyHints levels={SCALE.length} enabled={keys} onChange={setKeys} />
        <Button onClick={walk.toNextOpen}>Next open indicator</Button>
      </div>
      <div className={layout.stack}>
        <SaveState status={{ kind: 'saved', at: new Date(2026, 10, 21, 14, 4) }} />
        <SaveState status={{ kind: 'offline', count: 2 }} />
        <SaveState status={{ kind: 'conflict' }} />
        <ProgressRail parts={RAIL} current="Employers" currentSection="2.2" />
      </div>
    </div>
  );
}
