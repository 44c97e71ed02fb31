import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { roundsQuery } from '../../api/readiness';
import { useWorkplace } from '../../app/workplace';
import { Panel } from '../../components/panel';
import { RoundBadge } from '../../components/readiness/round-badge';
import { Loaded } from '../../components/states';
import { useFormats } from '../../i18n/format';
import styles from './partnerships.module.css';
import { useTenantSlug, type Partnership } from './use-partnerships';

const SHOWN = 5;
const PLANNERS = ['coach', 'lead', 'state_admin'];

/** The rounds of the partnership, the latest first. */
export function RoundsPanel({ partnership: { id, status } }: { partnership: Partnership }) {
  const { t } = useTranslation('partnerships');
  const tenant = useTenantSlug();
  const query = useQuery(roundsQuery(tenant, { partnershipId: id, limit: SHOWN, sort: '-updatedAt' }));
  const mayPlan = PLANNERS.includes(useWorkplace().grant.role) && status !== 'ended';
  return (
    <Panel title={t('rounds.title')} flush aside={mayPlan && <Plan id={id} />}>
      <Loaded query={query} rows={2}>
        {({ items, total }) => (
          <>
            {items.length === 0 && <p className={styles.none}>{t('rounds.none')}</p>}
            <Rows items={items} />
            {total > items.length && (
              <p className={styles.none}>
                <Link to={`/t/${tenant}/assessments?partnershipId=${id}`}>{t('rounds.all', { count: total })}</Link>
              </p>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function Plan({ id }: { id: string }) {
  const { t } = useTranslation('partnerships');
  return (
    <Button
      component={Link}
      to={`/t/${useTenantSlug()}/assessments/new?partnership=${id}`}
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPlus size={15} aria-hidden />}
    >
      {t('rounds.plan')}
    </Button>
  );
}

interface Row {
  id: string;
  title: string;
  status: Parameters<typeof RoundBadge>[0]['status'];
  dueOn: string | null;
  submittedCount: number;
  respondentCount: number;
}

function Rows({ items }: { items: Row[] }) {
  const { t } = useTranslation('partnerships');
  const tenant = useTenantSlug();
  const formats = useFormats();
  return (
    <ul className={styles.rounds}>
      {items.map(({ id, title, status, dueOn, submittedCount, respondentCount }) => (
        <li key={id}>
          <span className={styles.goalText}>
            <Link to={`/t/${tenant}/assessments/${id}`}>{title}</Link>
            {dueOn && <span className={styles.sub}>{t('rounds.due', { date: formats.date(dueOn) })}</span>}
          </span>
          <RoundBadge status={status} answered={{ done: submittedCount, of: respondentCount }} quiet />
        </li>
      ))}
    </ul>
  );
}
