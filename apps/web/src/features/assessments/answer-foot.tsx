import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { InstrumentElement } from '../../api/readiness';
import { KeyHints } from '../../components/indicator/key-hints';
import { indicatorsOf } from '../../components/readiness/instrument';
import { SaveState } from '../../components/save-state';
import { countAnswered } from './answer-rail';
import type { AnsweringParts } from './answer-element';
import styles from './answer.module.css';

interface AnswerFootProps extends AnsweringParts {
  element: InstrumentElement;
  keys: boolean;
  onKeys: (on: boolean) => void;
  toNextOpen: () => void;
}

/** Keys, how far one is, and the way to what is still open: here, in another element, or over everything at the end. */
export function AnswerFoot({ element, elements, answers, instrument, keys, onKeys, toNextOpen }: AnswerFootProps) {
  const { t } = useTranslation('assessments');
  const navigate = useNavigate();
  const isOpen = (item: InstrumentElement) => countAnswered([item], answers) < indicatorsOf([item]).length;
  const done = countAnswered(elements, answers);
  const total = indicatorsOf(elements).length;
  const here = elements.indexOf(element);
  const next = [...elements.slice(here + 1), ...elements.slice(0, here)].find(isOpen);
  const go = () => {
    if (isOpen(element)) return toNextOpen();
    void navigate(next ? `?element=${next.key}` : '?step=review');
    scrollTo(0, 0);
  };
  const label = isOpen(element) ? 'answer.nextOpen' : next ? 'answer.nextElement' : 'answer.review';
  return (
    <div className={styles.foot} role="region" aria-label={t('answer.foot')}>
      <div className={styles.keys}>
        <KeyHints levels={instrument.scale.levels.length} enabled={keys} onChange={onKeys} />
      </div>
      <div className={styles.left}>
        <SaveState status={answers.status} />
        <p>{t('answer.looked', { done, total })}</p>
      </div>
      {label !== 'answer.review' && (
        <Button variant="default" className={styles.reviewButton} onClick={() => void navigate('?step=review')}>
          {t('answer.review')}
        </Button>
      )}
      <Button onClick={go} rightSection={<IconArrowRight size={17} aria-hidden />}>
        {t(label)}
      </Button>
    </div>
  );
}
