import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { evidenceQuery, useTenant, type Gap } from '../../api/readiness';
import { Panel } from '../../components/panel';
import { EvidenceLink } from '../../components/readiness/evidence-link';
import { Loaded } from '../../components/states';
import styles from './gaps.module.css';

/** What the rating of this indicator rests on. */
export function GapEvidence({ gap }: { gap: Gap }) {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  const { partnershipId, indicatorKey } = gap;
  const query = useQuery(evidenceQuery(tenant, { partnershipId, indicatorKey }));
  return (
    <Panel title={t('gap.evidence')}>
      <Loaded query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.text}>{t('gap.evidenceNone')}</p>
          ) : (
            <ul className={styles.rows}>
              {items.map((item) => (
                <li key={item.id}>
                  <EvidenceLink evidence={item} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

/** Where the gap belongs. */
export function GapFacts({ gap, elementTitle }: { gap: Gap; elementTitle: string }) {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  return (
    <Panel title={t('gap.facts')}>
      <dl className={styles.facts}>
        <div>
          <dt>{t('gap.factPartnership')}</dt>
          <dd>
            <Link to={`/t/${tenant}/partnerships/${gap.partnershipId}`}>{gap.partnershipName}</Link>
          </dd>
        </div>
        <div>
          <dt>{t('gap.factElement')}</dt>
          <dd>{elementTitle}</dd>
        </div>
        <div>
          <dt>{t('gap.factRound')}</dt>
          <dd>
            <Link to={`/t/${tenant}/assessments/${gap.assessmentId}`}>{t('gap.openRound')}</Link>
          </dd>
        </div>
        <div>
          <dt>{t('gap.factOrder')}</dt>
          <dd>{gap.order}</dd>
        </div>
      </dl>
    </Panel>
  );
}
