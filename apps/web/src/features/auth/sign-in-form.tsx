import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../api/problem';
import { AppForm } from '../../components/form/app-form';
import { email, needed } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { SecondFactorField } from './second-factor-field';
import styles from './sign-in.module.css';
import { useSignIn } from './use-sign-in';

/** Code of the refusal that asks for the second factor. */
const SECOND_FACTOR = 'second-factor-required';
/** Code of the one answer for an unknown address and a wrong password. */
const WRONG = 'wrong-credentials';

/** E-mail and password; then the six digits or a recovery code, where the account has a second factor. */
export function SignInForm() {
  const { t } = useTranslation(['auth', 'common']);
  const { t: words } = useTranslation('common');
  const signIn = useSignIn();
  const [second, setSecond] = useState(false);
  const explain = (error: unknown) => {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.code === SECOND_FACTOR && !second) return setSecond(true);
    throw error.code === WRONG
      ? new ApiProblem({ ...error, title: t('auth:failed'), detail: t('auth:failed') })
      : error;
  };
  const form = useAppForm({
    initialValues: { email: '', password: '', code: '' },
    validate: {
      email: email(words),
      password: needed(words, t('auth:password')),
      code: second ? needed(words, t('auth:code')) : undefined,
    },
    submit: ({ code, ...rest }) =>
      signIn({ ...rest, email: rest.email.trim(), ...(second && { code: code.trim() }) }).catch(explain),
  });
  return (
    <AppForm of={form} className={styles.form}>
      <TextInput
        size="md"
        type="email"
        label={t('auth:email')}
        autoComplete="username"
        placeholder={t('auth:emailPlaceholder')}
        {...form.field('email')}
      />
      <PasswordInput
        size="md"
        label={t('auth:password')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('common:form.showPassword') }}
        {...form.field('password')}
      />
      {second && <SecondFactorField className={styles.second} {...form.field('code')} />}
      <Button type="submit" size="md" loading={form.busy}>
        {t(second ? 'auth:continue' : 'auth:submit')}
      </Button>
      <p className={styles.links}>
        <Anchor component={Link} to="/forgot-password" underline="always">
          {t('auth:forgot')}
        </Anchor>
      </p>
    </AppForm>
  );
}
