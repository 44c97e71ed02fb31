import { useTranslation } from 'react-i18next';
import type { Round, RoundStatus } from '../../api/readiness';
import { Panel } from '../../components/panel';
import { useFormats } from '../../i18n/format';
import styles from './rounds.module.css';

const STEPS: RoundStatus[] = ['draft', 'open', 'in_consensus', 'awaiting_approval', 'locked'];
const PLACE: Record<RoundStatus, number> = {
  draft: 0,
  open: 1,
  closed: 2,
  in_consensus: 2,
  awaiting_approval: 3,
  locked: 4,
  superseded: 4,
};

/** How far the round is: its steps, then people while answering and indicators while talking. */
export function RoundProgress({ round }: { round: Round }) {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const now = PLACE[round.status];
  const { respondents, consensus } = round;
  const reached = (status: RoundStatus) => round.history.findLast((entry) => entry.status === status)?.at;
  return (
    <Panel title={t('progress.title')}>
      <ol className={styles.steps}>
        {STEPS.map((status, i) => {
          const at = i <= now ? reached(status) : undefined;
          return (
            <li
              key={status}
              data-state={i < now ? 'done' : i === now ? 'now' : 'ahead'}
              aria-current={i === now ? 'step' : undefined}
            >
              {t(`progress.${status as 'draft'}`)}
              {at && <small>{formats.date(at)}</small>}
            </li>
          );
        })}
      </ol>
      {round.status !== 'draft' && (
        <Meter
          label={t('progress.people')}
          value={t('progress.peopleValue', { done: respondents.submitted, total: respondents.invited })}
          total={respondents.invited}
          parts={[
            { kind: 'done', count: respondents.submitted },
            { kind: 'started', count: respondents.started },
          ]}
          note={respondents.started > 0 ? t('progress.started', { count: respondents.started }) : undefined}
        />
      )}
      {now >= 2 && (
        <Meter
          label={t('progress.indicators')}
          value={t('progress.indicatorsValue', { done: consensus.settled, total: consensus.total })}
          total={consensus.total}
          parts={[
            { kind: 'done', count: consensus.settled },
            { kind: 'unresolved', count: consensus.unresolved },
          ]}
          note={consensus.unresolved > 0 ? t('progress.unresolved', { count: consensus.unresolved }) : undefined}
        />
      )}
    </Panel>
  );
}

interface MeterProps {
  label: string;
  value: string;
  total: number;
  parts: { kind: string; count: number }[];
  note?: string;
}

function Meter({ label, value, total, parts, note }: MeterProps) {
  return (
    <div className={styles.meter}>
      <p>
        <span>{label}</span>
        <span>
          <b>{value}</b>
          {note && `, ${note}`}
        </span>
      </p>
      <div className={styles.track} aria-hidden>
        {parts.map(({ kind, count }) => (
          <span key={kind} data-kind={kind} style={{ width: `${total ? (count * 100) / total : 0}%` }} />
        ))}
      </div>
    </div>
  );
}
