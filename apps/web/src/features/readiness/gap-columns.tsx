import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenant, type Gap, type HeatMap } from '../../api/readiness';
import type { Column } from '../../components/list/data-table';
import { LevelChip } from '../../components/maturity';
import { scaleOfMap, useElementShort } from '../../components/readiness/instrument';
import type { Band } from '../../components/readiness/words';
import { StatusBadge } from '../../components/status-badge';
import styles from './gaps.module.css';

/** Columns of the list of gaps. `map` names the elements and levels. */
export function useGapColumns(map: HeatMap | undefined): Column<Gap>[] {
  const { t } = useTranslation('readiness');
  const short = useElementShort();
  const elementOf = (key: string) => map?.elements.find((element) => element.key === key);
  return [
    {
      key: 'statement',
      title: t('word.indicator'),
      header: true,
      cell: (gap) => {
        const element = elementOf(gap.elementKey);
        return (
          <>
            <GapLink gap={gap} />
            <span className={styles.sub}>
              {[gap.partnershipName, element && short(element)].filter(Boolean).join(' · ')}
            </span>
          </>
        );
      },
    },
    { key: 'levels', title: t('gaps.steps'), width: 116, cell: (gap) => <Levels gap={gap} map={map} /> },
    {
      key: 'size',
      title: t('gaps.size'),
      phone: 'label',
      cell: (gap) => (
        <>
          <span className={styles.nowrap}>
            {gap.size === null ? t('gaps.sizeUnknown') : t('gaps.sizeOf', { count: gap.size })}
          </span>
          {gap.provisional && <span className={styles.sub}>{t('gaps.provisional')}</span>}
        </>
      ),
    },
    { key: 'band', title: t('gaps.band'), phone: 'label', cell: (gap) => <BandName gap={gap} /> },
    {
      key: 'chosen',
      title: t('gaps.chosenFilter'),
      phone: 'label',
      cell: (gap) =>
        gap.chosen ? (
          <StatusBadge status="done" label={t('gaps.chosen')} quiet />
        ) : (
          <span className={`${styles.sub} ${styles.nowrap}`}>{t('gaps.notChosen')}</span>
        ),
    },
  ];
}

function GapLink({ gap }: { gap: Gap }) {
  const tenant = useTenant();
  return (
    <Link to={`/t/${tenant}/gaps/${gap.id}`} className={styles.name}>
      <span>{gap.indicatorCode}</span> {gap.statement}
    </Link>
  );
}

function Levels({ gap, map }: { gap: Gap; map: HeatMap | undefined }) {
  const { t } = useTranslation('readiness');
  const scale = map ? scaleOfMap(map) : [];
  const word = (key: string | null) => scale.find((level) => level.key === key)?.label ?? t('gaps.unresolved');
  return (
    <span className={styles.levels}>
      <LevelChip scale={scale} rating={gap.consensusLevel} label="" />
      <i aria-hidden />
      <LevelChip scale={scale} rating={gap.targetLevel} label="" />
      <span className="visually-hidden">
        {t('gaps.fromTo', { from: word(gap.consensusLevel), to: word(gap.targetLevel) })}
      </span>
    </span>
  );
}

function BandName({ gap }: { gap: Gap }) {
  const { t } = useTranslation('readiness');
  const band = gap.band ?? gap.proposedBand;
  if (!band) return <span className={styles.sub}>{t('gaps.noBand')}</span>;
  return <>{t(`band.${band as Band}`)}</>;
}
