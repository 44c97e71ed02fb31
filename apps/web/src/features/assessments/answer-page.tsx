import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import {
  answersQuery,
  instrumentQuery,
  roundQuery,
  useTenant,
  type Answer,
  type Instrument,
  type Round,
} from '../../api/readiness';
import { useMe } from '../../api/use-session';
import { ApiProblem } from '../../api/problem';
import { elementsInScope, indicatorsOf } from '../../components/readiness/instrument';
import { EmptyState, Loaded } from '../../components/states';
import { AnswerElement } from './answer-element';
import { countAnswered } from './answer-rail';
import { AnswerReview } from './answer-review';
import { NotAnswering } from './not-answering';
import { useAnswers } from './use-answers';

/** Answering a round, alone: element by element, then a look over everything before it is sent. */
export function AnswerPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const query = useQuery(roundQuery(tenant, id));
  const instrument = useQuery(instrumentQuery(query.data?.instrumentId));
  const answers = useQuery(answersQuery(tenant, id));
  if (answers.error instanceof ApiProblem && answers.error.status === 404 && query.data)
    return <EmptyState as="h1" title={t('answer.notAskedTitle')} why={t('answer.notAskedWhy')} />;
  return (
    <Loaded query={query} rows={8}>
      {(round) => (
        <Loaded query={instrument} rows={8}>
          {(data) => (
            <Loaded query={answers} rows={8}>
              {({ items, submittedAt }) =>
                round.status === 'open' && !submittedAt ? (
                  <Answering round={round} instrument={data} stored={items} />
                ) : (
                  <NotAnswering round={round} submittedAt={submittedAt} />
                )
              }
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface AnsweringProps {
  round: Round;
  instrument: Instrument;
  stored: Answer[];
}

function Answering({ round, instrument, stored }: AnsweringProps) {
  const [params] = useSearchParams();
  const answers = useAnswers(round, stored, useMe().person?.id ?? '');
  const elements = elementsInScope(instrument, round);
  const shared = { round, instrument, elements, answers };
  const [firstOpen] = useState(() =>
    elements.find((element) => countAnswered([element], answers) < indicatorsOf([element]).length),
  );
  if (params.get('step') === 'review') return <AnswerReview {...shared} />;
  const current = elements.find(({ key }) => key === params.get('element')) ?? firstOpen ?? elements[0];
  return current ? <AnswerElement key={current.key} {...shared} element={current} /> : null;
}
