import { Menu } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './app-frame.module.css';

/** A workplace in words. */
export interface SwitcherItem {
  id: string;
  title: string;
  sub: string;
}
interface WorkplaceSwitcherProps {
  items: SwitcherItem[];
  current: SwitcherItem;
  onChoose: (id: string) => void;
}

/** Tenant and role of the page; a menu when the person has more than one. */
export function WorkplaceSwitcher({ items, current, onChoose }: WorkplaceSwitcherProps) {
  const { t } = useTranslation('shell');
  const words = (
    <span className={styles.spring}>
      <strong>{current.title}</strong>
      <span>{current.sub}</span>
    </span>
  );
  if (items.length < 2) return <div className={styles.place}>{words}</div>;
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button
          type="button"
          className={styles.tenant}
          aria-label={t('switcher', { place: `${current.title}, ${current.sub}` })}
        >
          {words}
          <IconSelector size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('switcherTitle')}</Menu.Label>
        {items.map((item) => (
          <Menu.Item
            key={item.id}
            onClick={() => onChoose(item.id)}
            aria-current={item.id === current.id ? 'true' : undefined}
            rightSection={item.id === current.id ? <IconCheck size={16} aria-hidden /> : undefined}
          >
            <b className={styles.itemTitle}>{item.title}</b>
            <span className={styles.itemSub}>{item.sub}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
