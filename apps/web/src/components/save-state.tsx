import {
  IconAlertTriangle,
  IconCloud,
  IconCloudCheck,
  IconCloudOff,
  IconLoader2,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SaveStatus } from '../api/autosave-queue';
import { useFormats } from '../i18n/format';
import styles from './save-state.module.css';

const ICONS: Record<SaveStatus['kind'], Icon> = {
  idle: IconCloud,
  saved: IconCloudCheck,
  saving: IconLoader2,
  offline: IconCloudOff,
  conflict: IconAlertTriangle,
  failed: IconAlertTriangle,
};

/** Autosave, said in words and with the time. One polite status region per page. */
export function SaveState({ status }: { status: SaveStatus }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const IconShape = ICONS[status.kind];
  const text = () => {
    if (status.kind === 'saved') return t('save.saved', { time: formats.time(status.at) });
    return status.kind === 'offline' ? t('save.offline', { count: status.count }) : t(`save.${status.kind}`);
  };
  return (
    <span role="status" className={styles.state} data-kind={status.kind}>
      <IconShape size={17} stroke={1.9} aria-hidden />
      {text()}
    </span>
  );
}
