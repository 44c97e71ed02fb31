import { AppShell, Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { Logo, LogoMark } from '../brand/logo';
import styles from './app-frame.module.css';

/** A place of the navigation. `count` is how many things wait there for this person. */
export interface NavItem {
  to: string;
  label: string;
  icon: Icon;
  count?: number;
}
interface AppFrameProps {
  items: NavItem[];
  /** Where the mark leads. */
  home: string;
  switcher?: ReactNode;
  account: ReactNode;
  demo?: boolean;
  children: ReactNode;
}

/** Frame of every signed-in page: navigation, who am I, and the content. On a phone the first four places become a bar at the foot. */
export function AppFrame({ items, home, switcher, account, demo, children }: AppFrameProps) {
  const { t } = useTranslation('shell');
  const [open, { toggle, close }] = useDisclosure();
  return (
    <AppShell
      layout="alt"
      padding={0}
      header={{ height: 56 }}
      navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !open } }}
    >
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <AppShell.Navbar className={styles.nav} aria-label={t('menu')}>
        <div className={styles.brandRow}>
          <Link to={home} className={styles.brand} aria-label={t('home')} onClick={close}>
            <Logo />
          </Link>
          <Burger
            opened={open}
            onClick={close}
            hiddenFrom="sm"
            size="sm"
            color="var(--bw-nav-strong)"
            aria-label={t('menu')}
          />
        </div>
        {switcher}
        {items.map((item) => (
          <SideLink key={item.to} item={item} onClick={close} />
        ))}
        {demo && (
          <p className={styles.foot}>
            {t('demoFoot')} <Link to="/mailbox">{t('demoMailbox')}</Link>
          </p>
        )}
      </AppShell.Navbar>
      <AppShell.Header className={styles.top} data-shell>
        <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('menu')} aria-expanded={open} />
        <span className={styles.phoneMark}>
          <LogoMark size={22} casing="var(--bw-surface)" />
        </span>
        <span className={styles.spring} />
        {demo && <span className={styles.demo}>{t('demo')}</span>}
        {account}
      </AppShell.Header>
      <AppShell.Main className={styles.main} id="content" tabIndex={-1}>
        <div className={styles.inner}>{children}</div>
      </AppShell.Main>
      <FootBar items={items.slice(0, 4)} />
    </AppShell>
  );
}

function SideLink({ item, onClick }: { item: NavItem; onClick: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <NavLink to={item.to} className={styles.link} onClick={onClick}>
      <item.icon size={18} stroke={1.7} aria-hidden />
      {item.label}
      {item.count ? (
        <span className={styles.count}>
          <span aria-hidden>{item.count}</span>
          <span className="visually-hidden">{t('waiting', { count: item.count })}</span>
        </span>
      ) : null}
    </NavLink>
  );
}

function FootBar({ items }: { items: NavItem[] }) {
  const { t } = useTranslation('shell');
  if (items.length < 2) return null;
  return (
    <nav className={styles.tabs} aria-label={t('quickMenu')}>
      {items.map((item) => (
        <NavLink key={item.to} to={item.to}>
          <item.icon size={21} stroke={1.7} aria-hidden />
          {item.label}
        </NavLink>
      ))}
    </nav>
  );
}
