import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../api/readiness';
import { IndicatorCard } from '../../components/indicator/indicator-card';
import { useRatingWords } from '../../components/maturity';
import { levelsNeedingEvidence, scaleOf } from '../../components/readiness/instrument';
import { ConflictState } from '../../components/states';
import { draftOf, EMPTY, type AnswerDraft } from './answer-draft';
import { AnswerEvidence } from './answer-evidence';
import type { AnsweringParts } from './answer-element';
import styles from './answer.module.css';

/** Two versions need a decision: the card moves into view as soon as they appear. */
const intoView = (box: HTMLDivElement | null) => box?.scrollIntoView({ block: 'center' });

interface AnswerCardProps extends AnsweringParts {
  indicator: Indicator;
  shortcuts: boolean;
}

/** One indicator with one's own answer, its evidence, and both versions where it was changed elsewhere. */
export function AnswerCard({ round, instrument, answers, indicator, shortcuts }: AnswerCardProps) {
  const { t } = useTranslation('assessments');
  const scale = scaleOf(instrument);
  const draft = answers.drafts.get(indicator.key) ?? EMPTY;
  const conflict = answers.conflicts.get(indicator.key);
  const refused = answers.refused.get(indicator.key);
  return (
    <div>
      <IndicatorCard
        scale={scale}
        indicator={indicator}
        shortcuts={shortcuts}
        answer={draft}
        onChange={(answer) => answers.change(indicator.key, { ...draft, ...answer })}
        evidence={
          <AnswerEvidence
            round={round}
            indicator={indicator}
            needing={levelsNeedingEvidence(instrument)}
            evidence={draft.evidence}
            onChange={(evidence) => answers.change(indicator.key, { ...draft, evidence })}
          />
        }
      />
      {refused && (
        <p role="alert" className={styles.refused}>
          {refused}
        </p>
      )}
      {conflict && (
        <div className={styles.conflict} ref={intoView}>
          <ConflictState
            mine={<AnswerWords draft={draft} scale={scale} />}
            theirs={conflict.theirs && <AnswerWords draft={draftOf(conflict.theirs)} scale={scale} />}
            onKeepMine={() => answers.settle(indicator.key, 'mine')}
            onKeepTheirs={() => answers.settle(indicator.key, 'theirs')}
            why={t('answer.conflict')}
          />
        </div>
      )}
    </div>
  );
}

function AnswerWords({ draft, scale }: { draft: AnswerDraft; scale: ReturnType<typeof scaleOf> }) {
  const words = useRatingWords(scale);
  return (
    <>
      <b>
        {words.sign(draft.rating)} {words.word(draft.rating)}
      </b>
      <br />
      {draft.reason || draft.note}
    </>
  );
}
