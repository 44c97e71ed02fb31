import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { changeLanguage, LANGUAGES, type Language } from '../../i18n/i18n';
import styles from './app-frame.module.css';

interface PersonMenuProps {
  name: string;
  email: string;
  /** Role in which the person works here. */
  sub?: string;
  onSignOut: () => void;
}

/** Up to two letters that stand for a name; a note in brackets such as "(demo)" does not count. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, '')
    .trim()
    .split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');
}

/** Who am I: account, language, light or dark, sign out. */
export function PersonMenu({ name, email, sub, onSignOut }: PersonMenuProps) {
  const { t } = useTranslation('shell');
  return (
    <Menu position="bottom-end" width={260} closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className={styles.who} aria-label={t('account', { name })}>
          <span className={styles.avatar} aria-hidden>
            {initialsOf(name)}
          </span>
          <span>
            <strong>{name}</strong>
            {sub && <span>{sub}</span>}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('signedInAs', { email })}</Menu.Label>
        <Menu.Item
          component={Link}
          to="/account"
          closeMenuOnClick
          leftSection={<IconUserCircle size={17} aria-hidden />}
        >
          {t('myAccount')}
        </Menu.Item>
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <SchemeItems />
        <Menu.Divider />
        <Menu.Item closeMenuOnClick leftSection={<IconLogout size={17} aria-hidden />} onClick={onSignOut}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function LanguageItems() {
  const { t, i18n } = useTranslation('shell');
  return (
    <>
      <Menu.Label>{t('language')}</Menu.Label>
      <Menu.RadioGroup value={i18n.language} onChange={(language) => void changeLanguage(language as Language)}>
        {Object.entries(LANGUAGES).map(([language, label]) => (
          <Menu.RadioItem key={language} value={language} lang={language}>
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

const SCHEMES = ['light', 'dark', 'auto'] as const;

function SchemeItems() {
  const { t } = useTranslation('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t('scheme')}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
        {SCHEMES.map((scheme) => (
          <Menu.RadioItem key={scheme} value={scheme}>
            {t(`schemes.${scheme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
