import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenant, type CaseloadPartnership } from '../../api/readiness';
import { Panel } from '../../components/panel';
import { useFormats } from '../../i18n/format';
import styles from './home.module.css';

const KINDS = [
  'approve',
  'start_consensus',
  'record_consensus',
  'close',
  'late_respondents',
  'rank_gaps',
  'no_round',
] as const;
type Kind = (typeof KINDS)[number];
const FEW = 4;

interface Need {
  kind: Kind;
  count: number;
  partnership: CaseloadPartnership;
  assessmentId: string | null;
}

/** Everything that waits, most urgent kind first. Kinds this client does not know are left out. */
export const needsOf = (partnerships: CaseloadPartnership[]): Need[] =>
  partnerships
    .flatMap((partnership) =>
      partnership.needsMe.flatMap(({ kind, count, assessmentId }) =>
        KINDS.includes(kind as Kind) ? [{ kind: kind as Kind, count, assessmentId, partnership }] : [],
      ),
    )
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));

/** What waits for this person, one card for each thing with the step that settles it. */
export function NeedsMe({ partnerships }: { partnerships: CaseloadPartnership[] }) {
  const { t } = useTranslation('readiness');
  const [all, setAll] = useState(false);
  const needs = needsOf(partnerships);
  const shown = all ? needs : needs.slice(0, FEW);
  return (
    <Panel title={t('needs.title')} aside={<span>{t('needs.count', { count: needs.length })}</span>} flush>
      {needs.length === 0 && <p className={styles.nothing}>{t('needs.none')}</p>}
      {needs.length > 0 && (
        <ul className={styles.needs}>
          {shown.map((need, i) => (
            <NeedCard key={`${need.partnership.id}${need.kind}`} need={need} first={i === 0} />
          ))}
        </ul>
      )}
      {needs.length > FEW && (
        <p className={styles.foot}>
          <Button size="compact-sm" variant="subtle" onClick={() => setAll(!all)} aria-expanded={all}>
            {t(all ? 'needs.less' : 'needs.more', { count: needs.length - FEW })}
          </Button>
        </p>
      )}
    </Panel>
  );
}

function NeedCard({ need, first }: { need: Need; first: boolean }) {
  const { t } = useTranslation('readiness');
  const formats = useFormats();
  const tenant = useTenant();
  const { kind, count, partnership, assessmentId } = need;
  const due = partnership.openRound?.dueOn;
  const round = `/t/${tenant}/assessments/${assessmentId}`;
  const to =
    kind === 'no_round' || !assessmentId
      ? `/t/${tenant}/assessments/new?partnership=${partnership.id}`
      : kind === 'record_consensus'
        ? `${round}/consensus`
        : kind === 'rank_gaps'
          ? `/t/${tenant}/gaps?partnershipId=${partnership.id}`
          : round;
  return (
    <li>
      <p className={styles.kind}>
        <span>{t(`needs.${kind}.kind`)}</span>
        {due && kind === 'late_respondents' && (
          <span className={styles.hot}>{t('round.due', { date: formats.date(due) })}</span>
        )}
      </p>
      <p className={styles.title}>{partnership.name}</p>
      <p className={styles.detail}>{t(`needs.${kind}.detail`, { count, round: partnership.openRound?.title ?? '' })}</p>
      <Button
        size="xs"
        variant={first ? 'filled' : 'default'}
        component={Link}
        to={to}
        aria-label={`${t(`needs.${kind}.action`)}: ${partnership.name}`}
      >
        {t(`needs.${kind}.action`)}
      </Button>
    </li>
  );
}
