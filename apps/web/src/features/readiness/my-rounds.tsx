import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenant, type MyWork, type RoundItem } from '../../api/readiness';
import { Panel } from '../../components/panel';
import { StatusBadge } from '../../components/status-badge';
import { useFormats } from '../../i18n/format';
import styles from './home.module.css';

const SECTIONS = [
  { key: 'toAnswer', page: '/answer' },
  { key: 'consensus', page: '' },
  { key: 'toApprove', page: '' },
] as const;
type Section = (typeof SECTIONS)[number]['key'];

/** Rounds that wait for this person, each one click from the work itself. */
export function MyRounds({ work }: { work: MyWork }) {
  const { t } = useTranslation('readiness');
  const sections = SECTIONS.filter(({ key }) => work[key].length > 0);
  return (
    <Panel title={t('work.rounds')} flush>
      {sections.map(({ key, page }, i) => (
        <section key={key} aria-label={t(`work.${key}`)}>
          <h3 className={styles.group}>
            {t(`work.${key}`)} {work[key].length}
          </h3>
          <ul className={styles.rows}>
            {work[key].map((round, j) => (
              <RoundRow key={round.id} round={round} section={key} page={page} first={i === 0 && j === 0} />
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

interface RoundRowProps {
  round: RoundItem;
  section: Section;
  page: string;
  first: boolean;
}

function RoundRow({ round, section, page, first }: RoundRowProps) {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  const at = `/t/${tenant}/assessments/${round.id}`;
  const talk = section === 'consensus' && round.status === 'in_consensus';
  const verb =
    section === 'toAnswer'
      ? round.myAnswered > 0
        ? 'continue'
        : 'start'
      : section === 'consensus'
        ? 'lead'
        : 'review';
  return (
    <li>
      <div>
        <p className={styles.strong}>
          <Link to={at}>{round.title}</Link>
        </p>
        <p>{round.partnershipName}</p>
        <p>
          {section === 'toAnswer'
            ? t('work.looked', { done: round.myAnswered, total: round.indicatorCount })
            : t('round.answered', { done: round.submittedCount, of: round.respondentCount })}
        </p>
      </div>
      {section === 'toAnswer' && round.dueOn && <Due day={round.dueOn} />}
      <Button
        component={Link}
        to={talk ? `${at}/consensus` : at + page}
        variant={first ? 'filled' : 'default'}
        size="sm"
        aria-label={`${t(`work.${verb}`)}: ${round.title}`}
      >
        {t(`work.${verb}`)}
      </Button>
    </li>
  );
}

function Due({ day }: { day: string }) {
  const { t } = useTranslation('readiness');
  const formats = useFormats();
  const late = day < formats.today();
  const label = t('round.due', { date: formats.date(day) });
  return <StatusBadge status={late ? 'overdue' : 'waiting'} label={label} quiet={!late} />;
}
