import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, idempotent, ifMatch, unwrap } from '../../api/client';
import { AttemptKeys } from '../../api/idempotency';
import { ApiProblem } from '../../api/problem';
import { useNotices } from '../../components/feedback/notices';
import { AppForm } from '../../components/form/app-form';
import { DateField } from '../../components/form/date-field';
import { needed } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { useKeepPartnership, useTenantSlug, type Goal, type Partnership } from './use-partnerships';

interface GoalDialogProps {
  partnership: Partnership;
  /** The goal to change; a new one is added when left out. */
  goal?: Goal;
  onClose: () => void;
}

/** Adds a goal or changes its words and day. */
export function GoalDialog({ partnership, goal, onClose }: GoalDialogProps) {
  const { t } = useTranslation('partnerships');
  const { t: words } = useTranslation();
  const form = useGoalForm(partnership, goal, onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(goal ? 'goal.changeTitle' : 'goal.addTitle')}
      closeButtonProps={{ 'aria-label': words('action.close') }}
    >
      <AppForm of={form}>
        <Textarea
          label={t('goal.what')}
          description={t('goal.whatHelp')}
          required
          autosize
          minRows={2}
          maxLength={300}
          data-autofocus
          {...form.field('title')}
        />
        <DateField label={t('goal.dueOn')} description={t('goal.dueOnHelp')} {...form.field('dueOn')} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {words('action.cancel')}
          </Button>
          <Button type="submit" loading={form.busy}>
            {goal ? words('action.save') : t('goal.add')}
          </Button>
        </Group>
      </AppForm>
    </Modal>
  );
}

function useGoalForm({ id }: Partnership, goal: Goal | undefined, onClose: () => void) {
  const { t } = useTranslation('partnerships');
  const { t: words } = useTranslation();
  const tenant = useTenantSlug();
  const notices = useNotices();
  const keep = useKeepPartnership(tenant, id);
  const keys = useRef(new AttemptKeys()).current;
  return useAppForm({
    initialValues: { title: goal?.title ?? '', dueOn: goal?.dueOn ?? null },
    validate: { title: needed(words, t('goal.what')) },
    submit: async ({ title, dueOn }) => {
      const body = { title: title.trim(), dueOn: dueOn || null };
      const write = () =>
        goal
          ? api.PATCH('/api/v1/t/{tenant}/partnerships/{id}/goals/{goalId}', {
              params: { path: { tenant, id, goalId: goal.id }, header: ifMatch(goal.version) },
              body,
            })
          : api.POST('/api/v1/t/{tenant}/partnerships/{id}/goals', {
              params: { path: { tenant, id }, header: idempotent(keys.keyFor(body)) },
              body,
            });
      const answer = await unwrap<Partnership>(write()).catch(async (error: Error) => {
        if (error instanceof ApiProblem && error.isStale) await keep();
        throw error;
      });
      keys.settled();
      await keep(answer);
      notices.done(t(goal ? 'goal.changed' : 'goal.added'));
      onClose();
    },
  });
}
