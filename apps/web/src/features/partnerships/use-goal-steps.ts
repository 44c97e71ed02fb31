import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../api/client';
import { useNotices } from '../../components/feedback/notices';
import { useKeepPartnership, useTenantSlug, type Goal, type Partnership } from './use-partnerships';

type GoalStatus = Goal['status'];

/** Steps on a goal that can be taken back: reached, dropped, open again, removed. */
export function useGoalSteps(id: string): {
  mark: (goal: Goal, status: GoalStatus) => void;
  remove: (goal: Goal) => void;
} {
  const { t } = useTranslation('partnerships');
  const notices = useNotices();
  const write = useGoalWrites(id);
  const run = (work: () => Promise<void>) => void work().catch(notices.failed);
  const mark = (goal: Goal, status: GoalStatus) =>
    run(async () => {
      const answer = await write.mark(goal, status);
      const marked = answer.goals.find((item) => item.id === goal.id) ?? goal;
      notices.done(t(`goal.marked.${status}`), () => run(async () => void (await write.mark(marked, goal.status))));
    });
  const remove = (goal: Goal) =>
    run(async () => {
      await write.remove(goal);
      notices.done(t('goal.removed'), () => run(() => write.add(goal)));
    });
  return { mark, remove };
}

function useGoalWrites(id: string) {
  const tenant = useTenantSlug();
  const keep = useKeepPartnership(tenant, id);
  const address = (goal: Goal) => ({
    params: { path: { tenant, id, goalId: goal.id }, header: ifMatch(goal.version) },
  });
  return {
    mark: async (goal: Goal, status: GoalStatus): Promise<Partnership> => {
      const call = api.PATCH('/api/v1/t/{tenant}/partnerships/{id}/goals/{goalId}', {
        ...address(goal),
        body: { status },
      });
      const answer = await unwrap(call);
      await keep(answer);
      return answer;
    },
    remove: async (goal: Goal) => {
      await unwrap(api.DELETE('/api/v1/t/{tenant}/partnerships/{id}/goals/{goalId}', address(goal)));
      await keep();
    },
    add: async ({ title, dueOn, status }: Goal) => {
      const body = { title, dueOn, status };
      const call = api.POST('/api/v1/t/{tenant}/partnerships/{id}/goals', { params: { path: { tenant, id } }, body });
      await keep(await unwrap(call));
    },
  };
}
