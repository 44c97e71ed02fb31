import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { EmptyState } from '../../components/states';
import { StatusBadge, type StatusKey } from '../../components/status-badge';
import { useFormats } from '../../i18n/format';
import { GoalDialog } from './goal-dialog';
import styles from './partnerships.module.css';
import { useGoalSteps } from './use-goal-steps';
import type { Goal, Partnership } from './use-partnerships';

const LOOKS: Record<Goal['status'], StatusKey> = { open: 'open', reached: 'done', dropped: 'closed' };
const STATUSES = ['open', 'reached', 'dropped'] as const;

/** What the partnership wants to reach and by when. */
export function GoalsPanel({ partnership, editable }: { partnership: Partnership; editable: boolean }) {
  const { t } = useTranslation('partnerships');
  const [dialog, setDialog] = useState<{ goal?: Goal } | null>(null);
  const add = editable && (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPlus size={15} aria-hidden />}
      onClick={() => setDialog({})}
    >
      {t('goal.add')}
    </Button>
  );
  return (
    <Panel title={t('goal.title')} flush aside={add}>
      {partnership.goals.length === 0 && (
        <EmptyState title={t('goal.emptyTitle')} why={t('goal.emptyWhy')} action={add || undefined} />
      )}
      <ul className={styles.goals}>
        {partnership.goals.map((goal) => (
          <GoalRow key={goal.id} goal={goal}>
            {editable && <GoalMenu id={partnership.id} goal={goal} onChange={() => setDialog({ goal })} />}
          </GoalRow>
        ))}
      </ul>
      {dialog && <GoalDialog partnership={partnership} goal={dialog.goal} onClose={() => setDialog(null)} />}
    </Panel>
  );
}

function GoalRow({ goal, children }: { goal: Goal; children: React.ReactNode }) {
  const { t } = useTranslation('partnerships');
  const formats = useFormats();
  const late = goal.status === 'open' && goal.dueOn !== null && goal.dueOn < formats.today();
  const due = goal.dueOn ? t('goal.due', { date: formats.date(goal.dueOn) }) : t('goal.noDue');
  return (
    <li>
      <span className={styles.goalText}>
        <b>{goal.title}</b>
        <span className={styles.sub}>{due}</span>
      </span>
      <StatusBadge
        status={late ? 'overdue' : LOOKS[goal.status]}
        label={late ? undefined : t(`goal.status.${goal.status}`)}
        quiet
      />
      {children}
    </li>
  );
}

function GoalMenu({ id, goal, onChange }: { id: string; goal: Goal; onChange: () => void }) {
  const { t } = useTranslation('partnerships');
  const steps = useGoalSteps(id);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray.7" size="lg" aria-label={t('goal.actionsFor', { name: goal.title })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {STATUSES.filter((status) => status !== goal.status).map((status) => (
          <Menu.Item key={status} onClick={() => steps.mark(goal, status)}>
            {t(`goal.mark.${status}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={onChange}>{t('goal.change')}</Menu.Item>
        <Menu.Item onClick={() => steps.remove(goal)}>{t('goal.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
