import { SegmentedControl } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instrument, InstrumentElement, Round } from '../../api/readiness';
import { useCardWalk, useSingleKeys } from '../../components/indicator/use-card-walk';
import { indicatorsOf, levelsNeedingEvidence } from '../../components/readiness/instrument';
import { OfflineNotice } from '../../components/states';
import { useFormats } from '../../i18n/format';
import { EMPTY, isAnswered, lacksEvidence, type AnswerDraft } from './answer-draft';
import { AnswerCard } from './answer-card';
import { AnswerFoot } from './answer-foot';
import { AnswerRail } from './answer-rail';
import styles from './answer.module.css';
import type { Answers } from './use-answers';

/** Which cards are shown. */
type Show = 'all' | 'open' | 'noEvidence';

/** What every part of the answering page gets. */
export interface AnsweringParts {
  round: Round;
  instrument: Instrument;
  elements: InstrumentElement[];
  answers: Answers;
}

/** One element: its strategies and cards. Nobody else's answers are on this page. */
export function AnswerElement({ element, ...parts }: AnsweringParts & { element: InstrumentElement }) {
  const { t } = useTranslation('assessments');
  const { round, instrument, answers } = parts;
  const [keys, setKeys] = useSingleKeys();
  const walk = useCardWalk(keys);
  const { shown, show, setShow } = useShown(element, instrument, answers);
  const none = shown.size === 0;
  return (
    <div className={styles.page}>
      <AnswerRail {...parts} current={element} />
      <div className={styles.content}>
        <Head round={round} element={element} />
        {answers.status.kind === 'offline' && <OfflineNotice />}
        <div className={styles.tools}>
          <SegmentedControl
            size="xs"
            aria-label={t('answer.show')}
            value={show}
            onChange={(next) => setShow(next as Show)}
            data={(['all', 'open', 'noEvidence'] as const).map((value) => ({
              value,
              label: t(`answer.show_${value}`),
            }))}
          />
        </div>
        {none && (
          <p className={styles.nothing} role="status">
            {t(show === 'open' ? 'answer.nothingOpen' : 'answer.nothingLacks')}
          </p>
        )}
        <div ref={walk.ref} className={styles.cards}>
          {element.strategies.map((strategy) => {
            const visible = strategy.indicators.filter(({ key }) => shown.has(key));
            if (visible.length === 0) return null;
            return (
              <section
                key={strategy.key}
                id={`strategy-${strategy.key}`}
                aria-label={strategy.title}
                className={styles.cards}
              >
                <div className={styles.strategy}>
                  <h2>
                    <span>{strategy.code}</span> {strategy.title}
                  </h2>
                  <p>{t('answer.rule')}</p>
                </div>
                {visible.map((indicator) => (
                  <AnswerCard key={indicator.key} {...parts} indicator={indicator} shortcuts={keys} />
                ))}
              </section>
            );
          })}
        </div>
      </div>
      <AnswerFoot {...parts} element={element} keys={keys} onKeys={setKeys} toNextOpen={walk.toNextOpen} />
    </div>
  );
}

/** The cards that fit the filter; decided when the filter is chosen, so that a card does not vanish while one writes. */
function useShown(element: InstrumentElement, instrument: Instrument, answers: Answers) {
  const needing = levelsNeedingEvidence(instrument);
  const fits = (show: Show, draft: AnswerDraft) =>
    show === 'all' || (show === 'open' ? !isAnswered(draft) : lacksEvidence(draft, needing));
  const pick = (show: Show) =>
    new Set(
      indicatorsOf([element])
        .map(({ key }) => key)
        .filter((key) => fits(show, answers.drafts.get(key) ?? EMPTY)),
    );
  const [state, setState] = useState(() => ({ show: 'all' as Show, shown: pick('all') }));
  return { ...state, setShow: (show: Show) => setState({ show, shown: pick(show) }) };
}

function Head({ round, element }: { round: Round; element: InstrumentElement }) {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const due = round.dueOn ? t('answer.until', { date: formats.date(round.dueOn) }) : '';
  return (
    <header>
      <title>{`${element.number}. ${element.title} · Braidway`}</title>
      <p className={styles.promise}>
        <IconEyeOff size={17} aria-hidden /> {t(`answer.promise_${round.anonymity}`)}
      </p>
      <div className={styles.head}>
        <div>
          <p className="eyebrow">{[round.title, round.partnershipName, due].filter(Boolean).join(' · ')}</p>
          <h1>
            {element.number}. {element.title}
          </h1>
        </div>
      </div>
      {element.purpose && <p className={styles.purpose}>{element.purpose}</p>}
    </header>
  );
}
