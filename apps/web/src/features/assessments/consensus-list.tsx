import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { AgendaTable, Done } from './agenda-table';
import type { TalkParts } from './consensus-session';
import { MissingList } from './missing-list';
import { QuickGroup } from './quick-group';
import { useMoveRound } from './use-move-round';
import styles from './consensus.module.css';

const CATEGORIES = [1, 2, 3, 4, 5] as const;
/** The group that may be confirmed together. */
const QUICK = 5;

/** The whole agenda by urgency, joint confirmation of what is clear, and the request for approval. */
export function ConsensusList(parts: TalkParts) {
  const { t } = useTranslation('assessments');
  const { round, instrument, agenda, goTo } = parts;
  const move = useMoveRound(round);
  const open = agenda.filter(({ rating }) => !rating);
  return (
    <div className={styles.list}>
      <div className={styles.listHead}>
        <div>
          <h1>{t('talk.agenda')}</h1>
          <p>{t('talk.agendaHelp')}</p>
        </div>
        <div className={styles.buttons}>
          {open.length > 0 && (
            <Button size="md" onClick={() => goTo(open[0]!.indicatorKey)}>
              {t(open.length === agenda.length ? 'talk.begin' : 'talk.goOn')}
            </Button>
          )}
          {round.allowed.includes('request_approval') && (
            <Button
              size="md"
              variant={open.length > 0 ? 'default' : 'filled'}
              loading={move.busy}
              onClick={() => move.go({ step: 'request_approval' })}
            >
              {t('step.request_approval')}
            </Button>
          )}
        </div>
      </div>
      <MissingList round={round} instrument={instrument} missing={move.missing} />
      {CATEGORIES.map((category) => {
        const items = agenda.filter(({ order }) => order.category === category);
        if (items.length === 0) return null;
        return category === QUICK ? (
          <QuickGroup key={category} {...parts} items={items} />
        ) : (
          <Panel key={category} title={t(`category.${category}`)} flush aside={<Done items={items} />}>
            <AgendaTable {...parts} items={items} caption={t(`category.${category}`)} />
          </Panel>
        );
      })}
    </div>
  );
}
