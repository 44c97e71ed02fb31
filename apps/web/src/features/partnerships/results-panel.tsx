import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { heatMapQuery, type HeatMap } from '../../api/readiness';
import { LevelChip } from '../../components/maturity';
import { Panel } from '../../components/panel';
import { useElementShort } from '../../components/readiness/instrument';
import { Loaded } from '../../components/states';
import { useFormats } from '../../i18n/format';
import styles from './partnerships.module.css';
import { useTenantSlug, type Partnership } from './use-partnerships';

/** The result of the last locked round, one line for each element. */
export function ResultsPanel({ partnership: { id, level, regionId } }: { partnership: Partnership }) {
  const { t } = useTranslation('partnerships');
  const tenant = useTenantSlug();
  const query = useQuery(heatMapQuery(tenant, { level, ...(regionId && { regionId }) }));
  return (
    <Panel title={t('results.title')}>
      <Loaded query={query} rows={4}>
        {(map) => {
          const row = map.partnerships.find((item) => item.id === id);
          return row?.assessmentId ? (
            <Elements map={map} row={row} />
          ) : (
            <p className={styles.text}>{t('results.none')}</p>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Elements({ map, row }: { map: HeatMap; row: HeatMap['partnerships'][number] }) {
  const { t } = useTranslation('partnerships');
  const { t: words } = useTranslation();
  const tenant = useTenantSlug();
  const formats = useFormats();
  const short = useElementShort();
  const scale = (map.instrument?.levels ?? []).map(({ key, label, position }) => ({ key, label, value: position }));
  const levelOf = (key: string) => row.cells[key]?.level ?? null;
  const wordOf = (key: string) => scale.find((level) => level.key === levelOf(key))?.label ?? words('rating.none');
  return (
    <>
      <ul className={styles.elements}>
        {map.elements.map((element) => (
          <li key={element.key} title={element.title}>
            <LevelChip scale={scale} rating={levelOf(element.key)} label="" />
            <span>{short(element)}</span>
            <span className={styles.elementWord}>
              {wordOf(element.key)}
              {row.cells[element.key]?.belowTarget && ` · ${t('results.below')}`}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.text}>
        {t('results.asOf', { date: formats.date(row.lockedAt ?? '') })}{' '}
        <Link to={`/t/${tenant}/assessments/${row.assessmentId}/results`}>{t('results.all')}</Link>
      </p>
    </>
  );
}
