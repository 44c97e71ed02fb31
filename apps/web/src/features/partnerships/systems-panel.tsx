import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { useSystemName } from '../../components/readiness/words';
import { StatusBadge } from '../../components/status-badge';
import { TablePicture } from './table-picture';
import styles from './partnerships.module.css';
import type { Partnership } from './use-partnerships';

interface SystemsPanelProps {
  partnership: Partnership;
  editable: boolean;
  onAdd: () => void;
}

/** Which systems of a complete team are at the table and which are missing. A gap is shown; it blocks nothing. */
export function SystemsPanel({ partnership, editable, onAdd }: SystemsPanelProps) {
  const { t } = useTranslation('partnerships');
  const { t: words } = useTranslation();
  const name = useSystemName();
  const missing = partnership.systems.filter(({ organizations }) => organizations.length === 0);
  return (
    <Panel title={t('systems.title')}>
      <TablePicture systems={partnership.systems} />
      {missing.length === 0 ? (
        <p className={styles.complete}>
          <StatusBadge status="done" label={t('systems.complete')} />
        </p>
      ) : (
        <>
          <h3 className={styles.subhead}>{t('systems.missing', { count: missing.length })}</h3>
          <ul className={styles.missing}>
            {missing.map(({ system }) => (
              <li key={system}>
                <span>
                  <b>{name(system)}</b>
                  <span className={styles.sub}>{t(`systems.why.${system as 'employer'}`)}</span>
                </span>
                {editable && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconPlus size={14} aria-hidden />}
                    aria-label={t('systems.addFor', { system: name(system) })}
                    onClick={onAdd}
                  >
                    {words('action.add')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
