import { Badge, Button } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../../components/feedback/notices';
import { Panel } from '../../components/panel';
import { Loaded } from '../../components/states';
import { useFormats } from '../../i18n/format';
import styles from './account.module.css';
import { useEndOtherSessions, useEndSession, useSessions, type OwnSession } from './use-account';

/** The browsers in which the person is signed in; each can be signed out from here. */
export function SessionsPanel() {
  const { t } = useTranslation('account');
  const sessions = useSessions();
  const notices = useNotices();
  const endOthers = useEndOtherSessions(() => notices.done(t('endedOthers')));
  const others = sessions.data && sessions.data.items.length > 1;
  return (
    <Panel
      title={t('sessions')}
      flush
      aside={
        others && (
          <Button
            size="compact-sm"
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate(undefined, { onError: notices.failed })}
          >
            {t('endOthers')}
          </Button>
        )
      }
    >
      <p className={styles.help}>{t('sessionsHelp')}</p>
      <Loaded query={sessions} rows={2}>
        {({ items }) => (
          <ul className={styles.rows}>
            {items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

function SessionRow({ session }: { session: OwnSession }) {
  const { t } = useTranslation('account');
  const formats = useFormats();
  const notices = useNotices();
  const end = useEndSession(() => notices.done(t('endedOne')));
  return (
    <li>
      <IconDeviceDesktop size={20} stroke={1.7} aria-hidden />
      <span className={styles.words}>
        <b>{session.device}</b>
        <span>
          {t('from', { ip: session.ipPrefix })}, {t('since', { when: formats.dateTime(session.createdAt) })}
        </span>
        <span>{t('lastSeen', { when: formats.dateTime(session.lastSeenAt) })}</span>
      </span>
      {session.current ? (
        <Badge variant="light">{t('thisOne')}</Badge>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          loading={end.isPending}
          aria-label={t('endNamed', { device: session.device })}
          onClick={() => end.mutate(session, { onError: notices.failed })}
        >
          {t('end')}
        </Button>
      )}
    </li>
  );
}
