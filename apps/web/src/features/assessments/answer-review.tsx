import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, unwrap } from '../../api/client';
import { ApiUnreachable } from '../../api/problem';
import { useTenant, type InstrumentElement } from '../../api/readiness';
import { useWrite } from '../../api/use-write';
import { useNotices } from '../../components/feedback/notices';
import { LevelChip } from '../../components/maturity';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { indicatorsOf, levelsNeedingEvidence, scaleOf } from '../../components/readiness/instrument';
import { SaveState } from '../../components/save-state';
import { DONT_KNOW } from '../../components/scale';
import { EMPTY, isAnswered, lacksEvidence } from './answer-draft';
import { countAnswered } from './answer-rail';
import type { AnsweringParts } from './answer-element';
import styles from './answer.module.css';

/** A look over everything before it is sent: what is open, what lacks evidence, and every answer once more. */
export function AnswerReview(parts: AnsweringParts) {
  const { t } = useTranslation('assessments');
  const { round, elements, answers, instrument } = parts;
  const tenant = useTenant();
  const send = useSend(parts);
  const total = indicatorsOf(elements).length;
  const done = countAnswered(elements, answers);
  const drafts = indicatorsOf(elements).map(({ key }) => answers.drafts.get(key) ?? EMPTY);
  const lacking = drafts.filter((draft) => lacksEvidence(draft, levelsNeedingEvidence(instrument))).length;
  const unknown = drafts.filter(({ rating }) => rating === DONT_KNOW).length;
  return (
    <>
      <PageHeader
        title={t('review.title')}
        trail={[
          { label: round.title, to: `/t/${tenant}/assessments/${round.id}` },
          { label: t('review.back'), to: `/t/${tenant}/assessments/${round.id}/answer` },
        ]}
        summary={[
          t('answer.looked', { done, total }) + '.',
          t('review.unknown', { count: unknown }),
          lacking > 0 && t('review.lacking', { count: lacking }),
        ]
          .filter(Boolean)
          .join(' ')}
        status={<SaveState status={answers.status} />}
        actions={
          <Button
            onClick={() => send.mutate(undefined)}
            loading={send.isPending}
            disabled={done === 0}
            aria-describedby="send-why"
          >
            {t('review.send')}
          </Button>
        }
      />
      <p className={styles.promise}>
        <IconEyeOff size={17} aria-hidden /> {t(`answer.promise_${round.anonymity}`)}
      </p>
      <p id="send-why" className={styles.sendWhy}>
        {t(done === 0 ? 'review.nothing' : done < total ? 'review.someOpen' : 'review.allDone', {
          count: total - done,
        })}
      </p>
      <div className={styles.cards}>
        {elements.map((element) => (
          <ElementReview key={element.key} element={element} {...parts} />
        ))}
      </div>
    </>
  );
}

function useSend({ round, answers }: AnsweringParts) {
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const notices = useNotices();
  const write = useWrite(
    async () => {
      await answers.flush();
      if (answers.pending.size > 0) throw new ApiUnreachable(); // what is not there yet would not count
      return unwrap(
        api.POST('/api/v1/t/{tenant}/assessments/{id}/submit', { params: { path: { tenant, id: round.id } } }),
      );
    },
    {
      refresh: [
        ['answers', tenant, round.id],
        ['round', tenant, round.id],
        ['rounds', tenant],
        ['my-work', tenant],
      ],
      onSuccess: () => notices.done(t('review.sent')),
    },
  );
  return { ...write, mutate: (input: void) => write.mutate(input, { onError: notices.failed }) };
}

function ElementReview({ element, instrument, answers }: AnsweringParts & { element: InstrumentElement }) {
  const { t } = useTranslation('assessments');
  const scale = scaleOf(instrument);
  const done = countAnswered([element], answers);
  const indicators = indicatorsOf([element]);
  return (
    <Panel
      title={`${element.number}. ${element.title}`}
      aside={<Link to={`?element=${element.key}`}>{t('review.change')}</Link>}
    >
      <p className={styles.help}>{t('answer.looked', { done, total: indicators.length })}</p>
      <ol className={styles.reviewList}>
        {indicators.map((indicator) => {
          const draft = answers.drafts.get(indicator.key) ?? EMPTY;
          return (
            <li key={indicator.key} data-open={!isAnswered(draft)}>
              <LevelChip scale={scale} rating={isAnswered(draft) ? draft.rating : null} />
              <span>
                <b>{indicator.code}</b> {indicator.statement}
                {(draft.note || draft.reason) && <q>{draft.reason || draft.note}</q>}
              </span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
