import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { myWorkQuery, useTenant, type MyWork } from '../../api/readiness';
import { useWorkplace } from '../../app/workplace';
import layout from '../../components/layout.module.css';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { useSystemName } from '../../components/readiness/words';
import { EmptyState, Loaded } from '../../components/states';
import { useFormats } from '../../i18n/format';
import styles from './home.module.css';
import { ChosenGaps } from './chosen-gaps';
import { MyGaps } from './my-gaps';
import { MyRounds } from './my-rounds';

/** First screen of everybody who answers or decides: what waits, how our things stand, who is missing. */
export function MyWorkPage() {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  const query = useQuery(myWorkQuery(tenant));
  const mayPlan = useWorkplace().grant.role === 'lead';
  return (
    <>
      <PageHeader
        title={t('work.title')}
        summary={query.data && <Summary work={query.data} />}
        actions={
          mayPlan && (
            <Button
              variant="default"
              component={Link}
              to={`/t/${tenant}/assessments/new`}
              leftSection={<IconPlus size={17} aria-hidden />}
            >
              {t('round.new')}
            </Button>
          )
        }
      />
      <Loaded query={query} rows={6}>
        {(work) => <Work work={work} />}
      </Loaded>
    </>
  );
}

function Summary({ work }: { work: MyWork }) {
  const { t } = useTranslation('readiness');
  const parts = [
    work.toAnswer.length > 0 && t('work.answerCount', { count: work.toAnswer.length }),
    work.consensus.length > 0 && t('work.consensusCount', { count: work.consensus.length }),
    work.toApprove.length > 0 && t('work.approveCount', { count: work.toApprove.length }),
  ].filter(Boolean);
  return <>{parts.length > 0 ? parts.join(' ') : t('work.nothing')}</>;
}

function Work({ work }: { work: MyWork }) {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  if (work.partnerships.length === 0 && work.toAnswer.length === 0)
    return <EmptyState title={t('work.emptyTitle')} why={t('work.emptyWhy')} />;
  const waiting = work.toAnswer.length + work.consensus.length + work.toApprove.length;
  return (
    <div className={layout.wideNarrow}>
      <div className={layout.stack}>
        {waiting > 0 ? (
          <MyRounds work={work} />
        ) : (
          <EmptyState
            title={t('work.restTitle')}
            why={t('work.restWhy')}
            action={
              <Button component={Link} to={`/t/${tenant}/gaps`} variant="default">
                {t('work.seeGaps')}
              </Button>
            }
          />
        )}
        <ChosenGaps />
      </div>
      <div className={layout.stack}>
        <MyGaps gaps={work.gapsByElement} />
        <MyPartnerships partnerships={work.partnerships} />
      </div>
    </div>
  );
}

function MyPartnerships({ partnerships }: { partnerships: MyWork['partnerships'] }) {
  const { t } = useTranslation('readiness');
  const system = useSystemName();
  const formats = useFormats();
  const tenant = useTenant();
  return (
    <Panel title={t('work.partnerships')} flush>
      {partnerships.length === 0 && <p className={styles.nothing}>{t('work.noPartnerships')}</p>}
      <ul className={styles.rows}>
        {partnerships.map(({ id, name, missingSystems }) => (
          <li key={id}>
            <div>
              <p className={styles.strong}>
                <Link to={`/t/${tenant}/partnerships/${id}`}>{name}</Link>
              </p>
              <p>
                {missingSystems.length > 0
                  ? t('work.missing', { systems: formats.list(missingSystems.map(system)) })
                  : t('work.complete')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
