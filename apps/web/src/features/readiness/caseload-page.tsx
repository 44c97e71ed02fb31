import { Button } from '@mantine/core';
import { IconMap2, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { caseloadQuery, useTenant, type CaseloadPartnership } from '../../api/readiness';
import { useWorkplace } from '../../app/workplace';
import layout from '../../components/layout.module.css';
import { PageHeader } from '../../components/page-header';
import { EmptyState, Loaded } from '../../components/states';
import { CaseloadTable } from './caseload-table';
import { NeedsMe } from './needs-me';

/** First screen of a coach: what waits for the coach, then every partnership at a glance. */
export function CaseloadPage() {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  const query = useQuery(caseloadQuery(tenant));
  const { grant } = useWorkplace();
  const partnerships = query.data?.partnerships ?? [];
  const waiting = partnerships.filter(({ needsMe }) => needsMe.length > 0).length;
  return (
    <>
      <PageHeader
        title={t('caseload.title')}
        summary={
          query.data &&
          `${t('caseload.partnerships', { count: partnerships.length })} ${t('caseload.waiting', { count: waiting })}`
        }
        actions={
          <>
            <Button
              variant="default"
              component={Link}
              to={`/t/${tenant}/heat-map`}
              leftSection={<IconMap2 size={17} aria-hidden />}
            >
              {t('caseload.heatMap')}
            </Button>
            {grant.role !== 'auditor' && (
              <Button
                component={Link}
                to={`/t/${tenant}/assessments/new`}
                leftSection={<IconPlus size={17} aria-hidden />}
              >
                {t('round.new')}
              </Button>
            )}
          </>
        }
      />
      <Loaded query={query} rows={8}>
        {(data) => <Caseload partnerships={data.partnerships} />}
      </Loaded>
    </>
  );
}

function Caseload({ partnerships }: { partnerships: CaseloadPartnership[] }) {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  if (partnerships.length === 0)
    return (
      <EmptyState
        title={t('caseload.emptyTitle')}
        why={t('caseload.emptyWhy')}
        action={
          <Button component={Link} to={`/t/${tenant}/partnerships`}>
            {t('caseload.emptyAction')}
          </Button>
        }
      />
    );
  return (
    <div className={layout.stack}>
      <NeedsMe partnerships={partnerships} />
      <CaseloadTable partnerships={partnerships} />
    </div>
  );
}
