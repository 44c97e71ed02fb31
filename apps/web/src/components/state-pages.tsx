import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PublicFrame } from './shell/public-frame';
import { EmptyState } from './states';

interface StatePageProps {
  title: string;
  why: string;
}

function StatePage({ title, why }: StatePageProps) {
  const { t } = useTranslation();
  return (
    <>
      <title>{`${title} · Braidway`}</title>
      <EmptyState
        as="h1"
        title={title}
        why={why}
        action={
          <Button component={Link} to="/">
            {t('action.backHome')}
          </Button>
        }
      />
    </>
  );
}

/** Nothing is at this address, or nothing this person may know of. */
export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return <StatePage title={t('notFoundTitle')} why={t('notFoundWhy')} />;
}

/** Nothing is at this address, said where no other frame stands around it. */
export function LoneNotFoundPage() {
  return (
    <PublicFrame>
      <NotFoundPage />
    </PublicFrame>
  );
}

/** The tenant asks for a second factor, and this account has none in use. */
export function SecondFactorPage() {
  const { t } = useTranslation('shell');
  return (
    <>
      <title>{`${t('secondFactorTitle')} · Braidway`}</title>
      <EmptyState
        as="h1"
        title={t('secondFactorTitle')}
        why={t('secondFactorWhy')}
        action={
          <Button component={Link} to="/account">
            {t('myAccount')}
          </Button>
        }
      />
    </>
  );
}

/** The page exists, but not for this role. */
export function NoAccessPage() {
  const { t } = useTranslation('shell');
  return <StatePage title={t('noAccessTitle')} why={t('noAccessWhy')} />;
}
