import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/use-session';
import layout from '../../components/layout.module.css';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';
import { SecondFactorPanel } from './second-factor-panel';
import { SessionsPanel } from './sessions-panel';
import { TokensPanel } from './tokens-panel';

/** The person's own account: name, language, zone, look, password, sessions, second factor and keys for programs. */
export function AccountPage() {
  const { t } = useTranslation('account');
  const { person } = useMe();
  return (
    <>
      <PageHeader title={t('title')} summary={t('summary', { email: person.email })} />
      <div className={layout.halves}>
        <div className={layout.stack}>
          <Panel title={t('profile')}>
            <ProfileForm />
          </Panel>
          <Panel title={t('password')}>
            <PasswordForm />
          </Panel>
        </div>
        <div className={layout.stack}>
          <SecondFactorPanel />
          <SessionsPanel />
          <TokensPanel />
        </div>
      </div>
    </>
  );
}
