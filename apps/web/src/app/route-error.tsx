import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ApiProblem, ApiUnreachable } from '../api/problem';
import { EmptyState, ErrorState, LoadingRows } from '../components/states';
import { NoAccessPage, NotFoundPage } from '../components/state-pages';

const statusOf = (error: unknown) =>
  error instanceof ApiProblem || isRouteErrorResponse(error) ? error.status : undefined;

/** What a page shows when it could not be loaded or stopped working. The frame around it stays. */
export function RouteError() {
  const { t } = useTranslation('shell');
  const error = useRouteError();
  const status = statusOf(error);
  if (status === 404) return <NotFoundPage />;
  if (status === 403) return <NoAccessPage />;
  const reload = () => location.reload();
  if (error instanceof ApiProblem || error instanceof ApiUnreachable)
    return <ErrorState error={error} onRetry={reload} />;
  return (
    <EmptyState
      as="h1"
      title={t('crashTitle')}
      why={t('crashWhy')}
      action={<Button onClick={reload}>{t('reload')}</Button>}
    />
  );
}

/** Shown while the very first page is on its way. */
export function FirstLoad() {
  return <LoadingRows rows={3} />;
}
