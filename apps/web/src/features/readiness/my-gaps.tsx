import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenant, type MyWork } from '../../api/readiness';
import { Panel } from '../../components/panel';
import { byElement, useElementShort } from '../../components/readiness/instrument';
import styles from './home.module.css';

type Line = MyWork['gapsByElement'][number];

/** Open gaps by element, partnership by partnership; every line leads to its gaps. */
export function MyGaps({ gaps }: { gaps: Line[] }) {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  const open = gaps.reduce((sum, line) => sum + line.open, 0);
  const chosen = gaps.reduce((sum, line) => sum + line.chosen, 0);
  return (
    <Panel
      title={t('work.gaps')}
      flush
      aside={open > 0 && <Link to={`/t/${tenant}/gaps`}>{t('work.gapsOpen', { count: open })}</Link>}
    >
      {open === 0 && <p className={styles.nothing}>{t('work.noGaps')}</p>}
      {[...new Set(gaps.map(({ partnershipId }) => partnershipId))].map((id) => (
        <PartnershipGaps key={id} lines={gaps.filter(({ partnershipId }) => partnershipId === id)} />
      ))}
      {open > 0 && <p className={styles.foot}>{t('work.chosen', { count: chosen })}</p>}
    </Panel>
  );
}

function PartnershipGaps({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  const short = useElementShort();
  const most = Math.max(...lines.map(({ open }) => open), 1);
  const { partnershipId, partnershipName } = lines[0]!;
  return (
    <>
      <h3 className={styles.group}>{partnershipName}</h3>
      <ul className={styles.gaps}>
        {lines
          .toSorted((a, b) => byElement(a.elementKey, b.elementKey))
          .map(({ elementKey, title, open }) => (
            <li key={elementKey}>
              <Link to={`/t/${tenant}/gaps?partnershipId=${partnershipId}&elementKey=${elementKey}`}>
                <span className={styles.gapName}>{short({ key: elementKey, title })}</span>
                <span className={styles.bar} aria-hidden>
                  <span style={{ width: `${(open * 100) / most}%` }} />
                </span>
                <span className={styles.gapCount}>
                  {open}
                  <span className="visually-hidden"> {t('work.openGaps', { count: open })}</span>
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </>
  );
}
