import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { gapsQuery, resultsQuery, useTenant, type HeatMap } from '../../api/readiness';
import { LevelChip, MaturityBar } from '../../components/maturity';
import { Panel } from '../../components/panel';
import { useElementShort } from '../../components/readiness/instrument';
import { DONT_KNOW, NOT_APPLICABLE, type ScaleLevel } from '../../components/scale';
import { Loaded } from '../../components/states';
import { useFormats } from '../../i18n/format';
import styles from './heat-map.module.css';

const SHOWN = 8;

interface HeatCellDetailProps {
  map: HeatMap;
  partnership: HeatMap['partnerships'][number];
  element: HeatMap['elements'][number];
  scale: ScaleLevel[];
}

/** What is behind a cell: how many indicators stand where, who answered, and the largest gaps. */
export function HeatCellDetail({ partnership, element, scale }: HeatCellDetailProps) {
  const { t } = useTranslation('readiness');
  const short = useElementShort();
  const tenant = useTenant();
  const title = t('heat.cell', { partnership: partnership.name, element: short(element) });
  if (!partnership.assessmentId)
    return (
      <Panel title={title}>
        <p className={styles.note}>{t('heat.noResult')}</p>
      </Panel>
    );
  const gaps = `/t/${tenant}/gaps?partnershipId=${partnership.id}&elementKey=${element.key}`;
  return (
    <Panel title={title} aside={<Link to={gaps}>{t('heat.gaps')}</Link>}>
      <p className={styles.element}>
        {element.number}. {element.title}
      </p>
      <Distribution assessmentId={partnership.assessmentId} elementKey={element.key} scale={scale} />
      <LargestGaps assessmentId={partnership.assessmentId} elementKey={element.key} scale={scale} />
    </Panel>
  );
}

interface PartProps {
  assessmentId: string;
  elementKey: string;
  scale: ScaleLevel[];
}

function Distribution({ assessmentId, elementKey, scale }: PartProps) {
  const { t } = useTranslation('readiness');
  const { t: words } = useTranslation();
  const formats = useFormats();
  const query = useQuery(resultsQuery(useTenant(), assessmentId));
  return (
    <Loaded query={query} rows={3}>
      {({ elements, statement }) => {
        const found = elements.find((item) => item.elementKey === elementKey);
        if (!found) return <p className={styles.note}>{words('rating.nothing')}</p>;
        const { result, coverage } = found;
        const counts = {
          ...result.distribution,
          [NOT_APPLICABLE]: result.notApplicable,
          [DONT_KNOW]: result.unresolved,
        };
        return (
          <>
            <MaturityBar scale={scale} counts={counts} label={t('heat.byLevel')} />
            <p className={styles.note}>
              {t('heat.numbers', { count: result.n })}{' '}
              {result.unresolved > 0 && `${t('heat.unresolved', { count: result.unresolved })}. `}
              {t('heat.respondents', { count: statement.respondents, systems: statement.systems.length })}{' '}
              {coverage.value !== null && words('chart.coverage', { percent: formats.percent(coverage.value) })}
            </p>
          </>
        );
      }}
    </Loaded>
  );
}

function LargestGaps({ assessmentId, elementKey, scale }: PartProps) {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  const query = useQuery(gapsQuery(tenant, { assessmentId, elementKey, limit: SHOWN, sort: '-size' }));
  return (
    <Loaded query={query} rows={4}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={styles.note}>{t('heat.noGaps')}</p>
        ) : (
          <ol className={styles.lowest} aria-label={t('heat.lowest')}>
            {items.map((gap) => (
              <li key={gap.id}>
                <LevelChip scale={scale} rating={gap.consensusLevel} />
                <Link to={`/t/${tenant}/gaps/${gap.id}`}>
                  <b>{gap.indicatorCode}</b> {gap.statement}
                </Link>
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}
