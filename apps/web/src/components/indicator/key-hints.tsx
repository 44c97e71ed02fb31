import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../kbd';
import styles from './key-hints.module.css';

interface KeyHintsProps {
  /** Number of levels of the scale. */
  levels: number;
  enabled: boolean;
  onChange: (enabled: boolean) => void;
}

/** The single keys of the answering page, with the switch that turns them off. */
export function KeyHints({ levels, enabled, onChange }: KeyHintsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.keys}>
      {enabled && (
        <span>
          <Kbd>1</Kbd>–<Kbd>{String(levels)}</Kbd> {t('indicator.keysLevel')} <Kbd>N</Kbd> {t('indicator.keysNa')}{' '}
          <Kbd>D</Kbd> {t('indicator.keysDk')} <Kbd>J</Kbd> <Kbd>K</Kbd> {t('indicator.keysMove')}
        </span>
      )}
      <Switch
        size="xs"
        checked={enabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
        label={t('indicator.keysLabel')}
      />
    </div>
  );
}
