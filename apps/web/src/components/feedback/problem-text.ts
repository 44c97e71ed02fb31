import { useTranslation } from 'react-i18next';
import { ApiProblem, ApiUnreachable } from '../../api/problem';

/** What a failed write means for the person, in one or two sentences. */
export function useProblemText(): (error: Error) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof ApiUnreachable) return t('state.unreachable');
    if (!(error instanceof ApiProblem) || error.status >= 500) return t('problem.generic');
    if (error.isStale) return t('problem.stale');
    if (error.status === 429) return t('problem.tooMany', { seconds: error.retryAfter ?? 60 });
    return error.message || t(error.status === 403 ? 'problem.forbidden' : 'problem.generic');
  };
}
