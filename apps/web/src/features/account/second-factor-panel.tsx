import { Button, Group, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { meQuery, useMe } from '../../api/use-session';
import { useNotices } from '../../components/feedback/notices';
import { AppForm } from '../../components/form/app-form';
import { needed } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { Panel } from '../../components/panel';
import { StatusBadge } from '../../components/status-badge';
import { PasswordField } from '../../components/form/password-field';
import styles from './account.module.css';
import { QrCode } from './qr-code';
import { ShownOnce } from './shown-once';

type Enrollment = components['schemas']['EnrollmentResponse'];

/** Reads the account again, which also brings the token of the renewed session. */
function useReread() {
  const cache = useQueryClient();
  return () => cache.fetchQuery({ ...meQuery, staleTime: 0 });
}

/** Setting up, using and removing the second factor. */
export function SecondFactorPanel() {
  const { t } = useTranslation('account');
  const { secondFactor } = useMe();
  const [codes, setCodes] = useState<string[] | null>(null);
  const badge = secondFactor.active ? (
    <StatusBadge status="active" label={t('on')} />
  ) : (
    <StatusBadge status="inactive" label={t('off')} />
  );
  return (
    <Panel title={t('second')} aside={badge}>
      {secondFactor.active ? <InUse left={secondFactor.recoveryCodesLeft} /> : <SetUp onCodes={setCodes} />}
      {codes && (
        <ShownOnce
          title={t('codesTitle')}
          help={t('codesHelp')}
          text={codes.join('\n')}
          kept={t('codesKept')}
          printable
          onClose={() => setCodes(null)}
        >
          <ul className={styles.codes}>
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </ShownOnce>
      )}
    </Panel>
  );
}

function SetUp({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation('account');
  const notices = useNotices();
  const [enrollment, setEnrollment] = useState<Enrollment | null>(null);
  const [busy, setBusy] = useState(false);
  if (enrollment) return <Enroll enrollment={enrollment} onCodes={onCodes} />;
  const start = () => {
    setBusy(true);
    void unwrap(api.POST('/api/v1/me/second-factor'))
      .then(setEnrollment, notices.failed)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <p className={styles.text}>{t('secondOff')}</p>
      <Button variant="default" loading={busy} onClick={start}>
        {t('setUp')}
      </Button>
    </>
  );
}

function Enroll({ enrollment, onCodes }: { enrollment: Enrollment; onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation('account');
  const { t: words } = useTranslation('common');
  const reread = useReread();
  const form = useAppForm({
    initialValues: { code: '' },
    validate: { code: needed(words, t('code')) },
    submit: async ({ code }) => {
      const body = { code: code.trim() };
      const { recoveryCodes } = await unwrap(api.POST('/api/v1/me/second-factor/confirm', { body }));
      onCodes(recoveryCodes);
      await reread();
    },
  });
  return (
    <div className={styles.enroll}>
      <QrCode text={enrollment.uri} label={t('scanAlt')} className={styles.qr} />
      <div>
        <p className={styles.text}>{t('scan')}</p>
        <p className={styles.text}>
          {t('typeSecret')}
          <code className={styles.secret}>{enrollment.secret}</code>
        </p>
        <AppForm of={form}>
          <TextInput
            label={t('code')}
            description={t('codeHelp')}
            inputMode="numeric"
            autoComplete="one-time-code"
            {...form.field('code')}
          />
          <Group>
            <Button type="submit" loading={form.busy}>
              {t('confirmCode')}
            </Button>
          </Group>
        </AppForm>
      </div>
    </div>
  );
}

function InUse({ left }: { left: number }) {
  const { t } = useTranslation('account');
  const [removing, setRemoving] = useState(false);
  return (
    <>
      <p className={styles.text}>
        {t('secondOn')} {t('codesLeft', { count: left })}
      </p>
      {removing ? (
        <Remove />
      ) : (
        <Button variant="default" onClick={() => setRemoving(true)}>
          {t('remove')}
        </Button>
      )}
    </>
  );
}

const SIX_DIGITS = /^\d{6}$/;

function Remove() {
  const { t } = useTranslation('account');
  const { t: words } = useTranslation('common');
  const { version } = useMe();
  const reread = useReread();
  const notices = useNotices();
  const form = useAppForm({
    initialValues: { password: '' },
    validate: { password: needed(words, t('removePassword')) },
    submit: async ({ password }) => {
      const body = SIX_DIGITS.test(password.trim()) ? { code: password.trim() } : { password };
      await unwrap(api.DELETE('/api/v1/me/second-factor', { params: { header: ifMatch(version) }, body }));
      await reread();
      notices.done(t('removed'));
    },
  });
  return (
    <AppForm of={form} label={t('removeTitle')}>
      <PasswordField
        label={t('removePassword')}
        description={t('removeHelp')}
        autoComplete="current-password"
        {...form.field('password')}
      />
      <Group>
        <Button type="submit" color="red.9" loading={form.busy}>
          {t('remove')}
        </Button>
      </Group>
    </AppForm>
  );
}
