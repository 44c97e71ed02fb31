import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ApiProblem } from '../../api/problem';
import { useMaybeMe } from '../../api/use-session';
import layout from '../../components/layout.module.css';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { PublicFrame } from '../../components/shell/public-frame';
import { EmptyState, Loaded } from '../../components/states';
import { useFormats } from '../../i18n/format';
import { TimeZoneContext } from '../../i18n/time-zone';
import styles from './admin.module.css';
import { DemoClock } from './demo-clock';
import { MailMessage } from './mail-message';
import { demoMailQuery } from './use-demo';

/** The mails that the demo would have sent, and its clock. Outside a demo there is no such page. */
export function MailboxPage() {
  const { t } = useTranslation('admin');
  const me = useMaybeMe();
  const [params] = useSearchParams();
  const id = params.get('mail');
  const { error } = useQuery(demoMailQuery('', null));
  if (error instanceof ApiProblem && error.status === 404) return <NoDemo />;
  return (
    <TimeZoneContext value={me?.account.timeZone ?? undefined}>
      <PublicFrame>
        <PageHeader
          title={t('mail.title')}
          summary={t('mail.summary')}
          actions={
            <Button component={Link} to="/" variant="default">
              {t('mail.back')}
            </Button>
          }
        />
        <div className={styles.mail}>
          <div className={layout.stack}>
            <MailList chosen={id} />
            <DemoClock />
          </div>
          <MailMessage id={id} />
        </div>
      </PublicFrame>
    </TimeZoneContext>
  );
}

function NoDemo() {
  const { t } = useTranslation('shell');
  return (
    <PublicFrame>
      <title>{`${t('notFoundTitle')} · Braidway`}</title>
      <EmptyState as="h1" title={t('notFoundTitle')} why={t('notFoundWhy')} />
    </PublicFrame>
  );
}

function MailList({ chosen }: { chosen: string | null }) {
  const { t } = useTranslation('admin');
  const [to, setTo] = useState('');
  const [address] = useDebouncedValue(to.trim(), 300);
  const [cursors, setCursors] = useState<string[]>([]);
  const query = useQuery(demoMailQuery(address, cursors.at(-1) ?? null));
  return (
    <Panel title={t('mail.list')} flush>
      <div className={styles.find}>
        <TextInput
          type="search"
          size="sm"
          aria-label={t('mail.find')}
          placeholder={t('mail.find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={to}
          onChange={(event) => {
            setTo(event.currentTarget.value);
            setCursors([]);
          }}
        />
      </div>
      <Loaded query={query} rows={5}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 &&
              (address ? (
                <p className={styles.pad} role="status">
                  {t('mail.nobody')}
                </p>
              ) : (
                <EmptyState title={t('mail.emptyTitle')} why={t('mail.emptyWhy')} />
              ))}
            <Mails items={items} chosen={chosen} />
            {(cursors.length > 0 || nextCursor) && (
              <Button.Group p={12}>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={cursors.length === 0}
                  onClick={() => setCursors(cursors.slice(0, -1))}
                >
                  {t('mail.newer')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={!nextCursor}
                  onClick={() => nextCursor && setCursors([...cursors, nextCursor])}
                >
                  {t('mail.older')}
                </Button>
              </Button.Group>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

interface MailsProps {
  items: { id: string; subject: string; to: string[]; date: string }[];
  chosen: string | null;
}

function Mails({ items, chosen }: MailsProps) {
  const formats = useFormats();
  return (
    <ul className={styles.mails}>
      {items.map(({ id, subject, to, date }) => (
        <li key={id}>
          <Link to={`?mail=${id}`} replace preventScrollReset aria-current={id === chosen ? 'true' : undefined}>
            <b>{subject}</b>
            <span>{to.join(', ')}</span>
            <span>{formats.dateTime(date)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
