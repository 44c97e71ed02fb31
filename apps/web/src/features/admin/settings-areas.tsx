import { IconExternalLink, IconHistory, IconMail, IconMap, IconSettingsAutomation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { tenantMeQuery } from '../../api/use-session';
import { useWorkplace } from '../../app/workplace';
import styles from './admin.module.css';
import { useSettingWords } from './use-setting-words';

const TOP = 120;

/** Goes to a group and puts the focus there, as following a link does. */
function jump(event: MouseEvent, group: string): void {
  event.preventDefault();
  const target = document.getElementById(`settings-${group}`);
  target?.scrollIntoView({ block: 'start' });
  target?.focus({ preventScroll: true });
}

/** The groups of the settings, the one in view marked, and the other pages of an administrator. */
export function SettingsAreas({ groups }: { groups: string[] }) {
  const { t } = useTranslation('admin');
  const words = useSettingWords();
  const current = useCurrent(groups);
  return (
    <nav aria-label={t('settings.areas')} className={styles.areasBox}>
      <ul className={styles.areas}>
        {groups.map((group) => (
          <li key={group}>
            <a
              href={`#settings-${group}`}
              aria-current={group === current ? 'true' : undefined}
              onClick={(event) => jump(event, group)}
            >
              {words.group(group)}
            </a>
          </li>
        ))}
      </ul>
      <More />
    </nav>
  );
}

/** The group that stands at the top of the view. */
function useCurrent(groups: string[]): string | undefined {
  const [current, setCurrent] = useState(groups[0]);
  const joined = groups.join();
  useEffect(() => {
    const follow = () => {
      const above = joined.split(',').filter((group) => {
        const box = document.getElementById(`settings-${group}`);
        return box !== null && box.getBoundingClientRect().top <= TOP;
      });
      setCurrent(above.at(-1) ?? joined.split(',')[0]);
    };
    addEventListener('scroll', follow, { passive: true });
    return () => removeEventListener('scroll', follow);
  }, [joined]);
  return current;
}

function More() {
  const { t } = useTranslation(['admin', 'shell']);
  const { slug } = useWorkplace().tenant;
  const demo = useQuery(tenantMeQuery(slug)).data?.tenant.demo;
  const pages = [
    { to: `/t/${slug}/regions`, label: t('admin:more.regions'), icon: IconMap },
    { to: `/t/${slug}/audit-log`, label: t('shell:nav.auditLog'), icon: IconHistory },
    { to: `/t/${slug}/jobs`, label: t('shell:nav.jobs'), icon: IconSettingsAutomation },
    ...(demo ? [{ to: '/mailbox', label: t('admin:mail.title'), icon: IconMail }] : []),
  ];
  return (
    <ul className={styles.areas}>
      {pages.map((page) => (
        <li key={page.to}>
          <Link to={page.to}>
            <page.icon size={16} stroke={1.7} aria-hidden /> {page.label}
            {page.to === '/mailbox' && <IconExternalLink size={13} aria-hidden />}
          </Link>
        </li>
      ))}
    </ul>
  );
}
