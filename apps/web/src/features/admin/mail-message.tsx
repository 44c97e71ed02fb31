import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts';
import { Panel } from '../../components/panel';
import { EmptyState, Loaded } from '../../components/states';
import { useFormats } from '../../i18n/format';
import styles from './admin.module.css';
import { demoMessageQuery, type DemoMail } from './use-demo';

const LINK = /(https?:\/\/[^\s<>"]+)/;

/** One mail as its receiver reads it: plain text with links that can be followed. */
export function MailMessage({ id }: { id: string | null }) {
  const { t } = useTranslation('admin');
  if (!id)
    return (
      <Panel title={t('mail.message')}>
        <EmptyState title={t('mail.chooseTitle')} why={t('mail.chooseWhy')} />
      </Panel>
    );
  return <Chosen id={id} />;
}

function Chosen({ id }: { id: string }) {
  const { t } = useTranslation('admin');
  const query = useQuery(demoMessageQuery(id));
  return (
    <Panel title={query.data?.subject || t('mail.message')}>
      <Loaded query={query} rows={6}>
        {(mail) => <Message mail={mail} />}
      </Loaded>
    </Panel>
  );
}

function Message({ mail: { to, date, text } }: { mail: DemoMail }) {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  return (
    <>
      <Facts
        items={[
          [t('mail.to'), to.join(', ')],
          [t('mail.sent'), formats.dateTime(date)],
        ]}
      />
      <div className={styles.message}>
        {text.split(LINK).map((part, i) =>
          LINK.test(part) ? (
            <a key={i} href={part}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </div>
    </>
  );
}
