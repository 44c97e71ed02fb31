import { Anchor, TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The six digits of the authenticator app, or a recovery code for whoever has no phone at hand. */
export function SecondFactorField({ className, ...field }: TextInputProps & { id: string }) {
  const { t } = useTranslation('auth');
  const [recovery, setRecovery] = useState(false);
  return (
    <div className={className}>
      <p role="status">{t('codeNeeded')}</p>
      <TextInput
        size="md"
        maw={320}
        label={t(recovery ? 'recoveryCode' : 'code')}
        description={t(recovery ? 'recoveryHelp' : 'codeHelp')}
        autoComplete="one-time-code"
        inputMode={recovery ? 'text' : 'numeric'}
        autoFocus
        {...field}
      />
      <Anchor
        component="button"
        type="button"
        mt={6}
        size="sm"
        underline="always"
        onClick={() => setRecovery(!recovery)}
      >
        {t(recovery ? 'useApp' : 'useRecovery')}
      </Anchor>
    </div>
  );
}
