import { IconEyeOff, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Round } from '../../api/readiness';
import { DotSpread, type SpreadView } from '../../components/charts/dot-spread';
import { useRatingWords } from '../../components/maturity';
import type { ScaleLevel } from '../../components/scale';
import type { AgendaItem } from './consensus-session';
import styles from './consensus.module.css';

interface TalkSpreadProps {
  item: AgendaItem;
  scale: ScaleLevel[];
  round: Round;
  view: 'own' | 'team';
}

/** Where the partners stand, as far as this screen may show it. */
export function TalkSpread({ item, scale, round, view }: TalkSpreadProps) {
  const { t } = useTranslation('assessments');
  const { spread, named } = item;
  const names = named ? namesByRating(named) : undefined;
  return (
    <>
      <div className={styles.row}>
        <h2>
          {t('talk.answered', { count: spread.n ?? 0, context: spread.display === 'too_few' ? 'few' : undefined })}
        </h2>
        <p className={styles.private}>
          {names ? <IconUsers size={18} aria-hidden /> : <IconEyeOff size={18} aria-hidden />}
          {t(names ? 'talk.namesShown' : view === 'team' ? 'talk.namesHidden' : `talk.names_${round.anonymity}`)}
        </p>
      </div>
      <DotSpread scale={scale} view={viewOf(item)} names={names} />
      {spread.display === 'percent' && spread.withinOne !== undefined && (
        <p className={styles.note}>
          {t('talk.withinOne', { percent: Math.round(spread.withinOne * 100) })}{' '}
          {spread.moreSpreadThanChance && t('talk.moreThanChance')}
        </p>
      )}
      <Comments comments={item.comments} />
    </>
  );
}

function viewOf({ spread, proposal }: AgendaItem): SpreadView {
  if (spread.display === 'too_few') return { kind: 'too_few' };
  return {
    kind: spread.display === 'percent' ? 'percentages' : 'dots',
    levels: Object.entries(spread.counts ?? {}).map(([levelKey, count]) => ({ levelKey, count })),
    dontKnow: spread.dontKnow ?? 0,
    notApplicable: spread.notApplicable ?? 0,
    startingPoint: proposal,
  };
}

function namesByRating(named: NonNullable<AgendaItem['named']>): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  for (const { answer, level, personName } of named)
    (names[answer === 'level' ? (level ?? '') : answer] ??= []).push(personName);
  return names;
}

function Comments({ comments }: { comments: string[] }) {
  const { t } = useTranslation('assessments');
  if (comments.length === 0) return null;
  return (
    <details className={styles.texts}>
      <summary>{t('talk.comments', { count: comments.length })}</summary>
      <ul className={styles.comments}>
        {comments.map((comment, i) => (
          <li key={i}>“{comment}”</li>
        ))}
      </ul>
    </details>
  );
}

/** The starting point in words; said to be a proposal, never a result. */
export function StartingPoint({ item, scale }: { item: AgendaItem; scale: ScaleLevel[] }) {
  const { t } = useTranslation('assessments');
  const words = useRatingWords(scale);
  if (!item.proposal) return <p className={styles.hint}>{t('talk.noProposal')}</p>;
  return (
    <p className={styles.hint}>
      {t('talk.proposal')}{' '}
      <b>
        {words.sign(item.proposal)}, {words.word(item.proposal)}
      </b>{' '}
      {t('talk.proposalWhy', { count: item.spread.n ?? 0 })}
    </p>
  );
}
