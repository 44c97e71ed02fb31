import { Button, Group } from '@mantine/core';
import { IconPrinter, IconTarget } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  instrumentQuery,
  resultsQuery,
  roundQuery,
  useTenant,
  type Instrument,
  type Results,
  type Round,
} from '../../api/readiness';
import { ApiProblem } from '../../api/problem';
import layout from '../../components/layout.module.css';
import { MaturityLegend } from '../../components/maturity';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { scaleOf } from '../../components/readiness/instrument';
import { RoundBadge } from '../../components/readiness/round-badge';
import { useSystemName } from '../../components/readiness/words';
import { EmptyState, Loaded } from '../../components/states';
import { useFormats } from '../../i18n/format';
import { BandCounts } from './band-counts';
import { ElementResultPanel } from './element-result';
import { NotSettled } from './not-settled';
import { ResultsRadar } from './results-radar';
import { TargetsEditor } from './targets-editor';
import styles from './results.module.css';

/** The result of a round by element and strategy, with what it rests on. There is no total. */
export function ResultsPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const round = useQuery(roundQuery(tenant, id));
  const instrument = useQuery(instrumentQuery(round.data?.instrumentId));
  const results = useQuery(resultsQuery(tenant, id));
  if (results.error instanceof ApiProblem && results.error.status === 409)
    return (
      <EmptyState
        as="h1"
        title={t('results.noneTitle')}
        why={t('results.noneWhy')}
        action={
          <Button component={Link} to={`/t/${tenant}/assessments/${id}`}>
            {t('answer.toRound')}
          </Button>
        }
      />
    );
  return (
    <Loaded query={round} rows={8}>
      {(roundData) => (
        <Loaded query={instrument} rows={8}>
          {(instrumentData) => (
            <Loaded query={results} rows={8}>
              {(data) => <Result round={roundData} instrument={instrumentData} results={data} />}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** What every part of the results page gets. */
export interface ResultParts {
  round: Round;
  instrument: Instrument;
  results: Results;
}

function Result(parts: ResultParts) {
  const { t } = useTranslation('assessments');
  const { round, instrument, results } = parts;
  const tenant = useTenant();
  const [editing, setEditing] = useState(false);
  const scale = scaleOf(instrument);
  return (
    <>
      <PageHeader
        title={t('results.title', { partnership: round.partnershipName })}
        trail={[
          { label: t('list.title'), to: `/t/${tenant}/assessments` },
          { label: round.title, to: `/t/${tenant}/assessments/${round.id}` },
        ]}
        status={<RoundBadge status={round.status} />}
        summary={t(results.preview ? 'results.preview' : 'results.summary')}
        actions={
          <Group gap="sm" className="no-print">
            <Button variant="default" leftSection={<IconPrinter size={17} aria-hidden />} onClick={() => print()}>
              {t('results.print')}
            </Button>
            {round.allowed.includes('set_targets') && (
              <Button
                variant="default"
                leftSection={<IconTarget size={17} aria-hidden />}
                aria-expanded={editing}
                onClick={() => setEditing(!editing)}
              >
                {t('targets.title')}
              </Button>
            )}
            {!results.preview && (
              <Button component={Link} to={`/t/${tenant}/gaps?partnershipId=${round.partnershipId}`}>
                {t('results.gaps')}
              </Button>
            )}
          </Group>
        }
      />
      <div className={layout.stack}>
        {editing && <TargetsEditor round={round} instrument={instrument} onClose={() => setEditing(false)} />}
        <div className={layout.wideNarrow}>
          <div className={layout.stack}>
            <ResultsRadar {...parts} />
            <NotSettled {...parts} />
          </div>
          <div className={layout.stack}>
            <Statement {...parts} />
            <BandCounts {...parts} />
          </div>
        </div>
        <div className={styles.legend}>
          <MaturityLegend scale={scale} target />
        </div>
        {results.elements.map((element) => (
          <ElementResultPanel key={element.elementKey} element={element} scale={scale} />
        ))}
        <p className={styles.note}>{t('results.equal')}</p>
      </div>
    </>
  );
}

/** What stands beside every result: whose opinion, how many, when, with which version. */
function Statement({ results, round }: ResultParts) {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const system = useSystemName();
  const { respondents, systems, date, instrumentTitle, instrumentVersion } = results.statement;
  return (
    <Panel title={t('results.basis')}>
      <p className={styles.text}>
        {t('results.opinion', { count: respondents })}{' '}
        {systems.length > 0 && t('results.systems', { systems: formats.list(systems.map(system)) })}
      </p>
      <p className={styles.text}>
        {t('results.when', { date: formats.date(date), instrument: instrumentTitle, version: instrumentVersion })}{' '}
        {t(`results.${round.anonymity}`)}
      </p>
    </Panel>
  );
}
