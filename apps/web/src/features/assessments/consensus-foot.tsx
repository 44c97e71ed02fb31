import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/kbd';
import { useRatingWords } from '../../components/maturity';
import { scaleOf } from '../../components/readiness/instrument';
import type { ConsensusTalkProps, Steps } from './consensus-talk';
import styles from './consensus.module.css';

interface FootProps extends ConsensusTalkProps, Steps {
  mayRecord: boolean;
  busy: boolean;
  onSave: () => void;
}

/** The way through the agenda, the keys, and the button that records. */
export function ConsensusFoot({ previous, next, goTo, decision, instrument, mayRecord, busy, onSave }: FootProps) {
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
          {t(mayRecord ? 'talk.skipOne' : 'talk.nextOne')}
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
