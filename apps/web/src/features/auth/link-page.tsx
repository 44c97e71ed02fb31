import { Anchor } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ApiProblem } from '../../api/problem';
import { PublicFrame } from '../../components/shell/public-frame';
import { ErrorState, LoadingRows } from '../../components/states';
import { InvitationForm } from './invitation-form';
import styles from './public-card.module.css';
import { ResetForm } from './reset-form';
import { useLink, type LinkAbout } from './use-link';

/** Page of a one-time link. Opening it changes nothing; its button does the one thing the link is for. */
export function LinkPage() {
  const { token = '' } = useParams();
  const link = useLink(token);
  const dead = link.error instanceof ApiProblem && link.error.status < 500;
  return (
    <PublicFrame>
      <div className={styles.card}>
        {link.data && <LinkForm token={token} link={link.data} />}
        {link.isPending && <LoadingRows rows={4} />}
        {link.error && dead && <DeadLink />}
        {link.error && !dead && <ErrorState error={link.error} onRetry={() => void link.refetch()} />}
      </div>
    </PublicFrame>
  );
}

function LinkForm({ token, link }: { token: string; link: LinkAbout }) {
  if (link.purpose === 'invitation') return <InvitationForm token={token} link={link} />;
  if (link.purpose === 'password-reset') return <ResetForm token={token} link={link} />;
  return <OtherLink />;
}

function OtherLink() {
  const { t } = useTranslation('auth');
  return (
    <>
      <title>{`${t('linkOtherTitle')} · Braidway`}</title>
      <h1>{t('linkOtherTitle')}</h1>
      <p>{t('linkOtherWhy')}</p>
    </>
  );
}

/** A link that was used, withdrawn or is too old. */
export function DeadLink() {
  const { t } = useTranslation('auth');
  return (
    <div role="status">
      <title>{`${t('linkDeadTitle')} · Braidway`}</title>
      <IconLinkOff size={36} stroke={1.5} className={styles.picture} aria-hidden />
      <h1>{t('linkDeadTitle')}</h1>
      <p>{t('linkDeadWhy')}</p>
      <p>{t('linkDeadInvitation')}</p>
      <p>
        <Anchor component={Link} to="/forgot-password" underline="always">
          {t('forgot')}
        </Anchor>{' '}
        ·{' '}
        <Anchor component={Link} to="/" underline="always">
          {t('backToSignIn')}
        </Anchor>
      </p>
    </div>
  );
}
