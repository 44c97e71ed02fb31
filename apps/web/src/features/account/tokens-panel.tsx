import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirm } from '../../components/feedback/confirm';
import { useNotices } from '../../components/feedback/notices';
import { Panel } from '../../components/panel';
import { Loaded } from '../../components/states';
import { useFormats } from '../../i18n/format';
import styles from './account.module.css';
import { NewTokenForm } from './new-token-form';
import { ShownOnce } from './shown-once';
import { useRevokeToken, useTokens, type OwnToken } from './use-account';

/** Keys for programs: list, make, revoke. */
export function TokensPanel() {
  const { t } = useTranslation(['account', 'common']);
  const tokens = useTokens();
  const [making, { open, close }] = useDisclosure();
  const [made, setMade] = useState<string | null>(null);
  const keep = (token: string) => {
    close();
    setMade(token);
  };
  return (
    <Panel
      title={t('account:tokens')}
      flush
      aside={
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={open}>
          {t('account:newToken')}
        </Button>
      }
    >
      <p className={styles.help}>{t('account:tokensHelp')}</p>
      <Loaded query={tokens} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.empty}>{t('account:tokensNone')}</p>
          ) : (
            <ul className={styles.rows}>
              {items.map((token) => (
                <TokenRow key={token.id} token={token} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Modal
        opened={making}
        onClose={close}
        title={t('account:newToken')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        {making && <NewTokenForm onMade={keep} />}
      </Modal>
      {made && (
        <ShownOnce
          title={t('account:tokenMade')}
          help={t('account:tokenOnce')}
          text={made}
          kept={t('account:tokenKept')}
          onClose={() => setMade(null)}
        >
          <code className={styles.secret}>{made}</code>
        </ShownOnce>
      )}
    </Panel>
  );
}

function TokenRow({ token }: { token: OwnToken }) {
  const { t } = useTranslation('account');
  const formats = useFormats();
  const notices = useNotices();
  const confirm = useConfirm();
  const revoke = useRevokeToken(() => notices.done(t('revoked')));
  const ask = async () => {
    const question = { title: t('revokeTitle'), body: t('revokeBody', { name: token.name }), confirm: t('revoke') };
    if (await confirm({ ...question, tone: 'bad' })) revoke.mutate(token, { onError: notices.failed });
  };
  const used = token.lastUsedAt ? t('used', { when: formats.dateTime(token.lastUsedAt) }) : t('neverUsed');
  return (
    <li>
      <IconKey size={20} stroke={1.7} aria-hidden />
      <span className={styles.words}>
        <b>{token.name}</b>
        <span>{token.scopes.join(', ')}</span>
        <span>
          {t('until', { date: formats.date(token.expiresOn) })}, {used}
        </span>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        loading={revoke.isPending}
        aria-label={t('revokeNamed', { name: token.name })}
        onClick={() => void ask()}
      >
        {t('revoke')}
      </Button>
    </li>
  );
}
