import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RuleNotice } from '../../components/rule-notice';
import { useFormats } from '../../i18n/format';
import { LEAST_CONTRAST, leastContrast, nearestReadable } from '../../theme/contrast';
import styles from './admin.module.css';

const PRODUCT = '#0b5064';
const COLOR = /^#[0-9a-f]{6}$/i;

interface ColorSettingProps {
  props: Record<string, unknown>;
  value: string | null;
  name: string;
  readOnly: boolean;
  onChange: (value: string | null) => void;
}

/** A color with its contrast, the nearest color that passes, and how buttons and links look with it. */
export function ColorSetting({ props, value, name, readOnly, onChange }: ColorSettingProps) {
  const { t } = useTranslation('admin');
  const { t: words } = useTranslation();
  const whole = value !== null && COLOR.test(value);
  return (
    <div className={styles.color}>
      <TextInput
        {...props}
        placeholder={t('color.product')}
        disabled={readOnly}
        maxLength={7}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value.trim() || null)}
        leftSection={
          <input
            type="color"
            className={styles.picker}
            aria-label={words('form.pickColor')}
            disabled={readOnly}
            value={whole ? value : PRODUCT}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        }
      />
      {whole && <Contrast color={value} name={name} onUse={onChange} />}
      {(whole || value === null) && <Preview color={nearestReadable(value ?? PRODUCT)} />}
    </div>
  );
}

function Contrast({ color, name, onUse }: { color: string; name: string; onUse: (color: string) => void }) {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  const ratio = leastContrast(color);
  const passes = ratio >= LEAST_CONTRAST;
  const numbers = { ratio: formats.number(Math.floor(ratio * 10) / 10), least: formats.number(LEAST_CONTRAST) };
  const near = nearestReadable(color);
  return (
    <RuleNotice
      severity={passes ? 'pass' : 'block'}
      name={name}
      rule={t('color.rule')}
      source="WCAG 2.1, 1.4.3"
      action={
        !passes && (
          <Button size="compact-sm" variant="default" onClick={() => onUse(near)}>
            <span className={styles.swatch} style={{ background: near }} aria-hidden />{' '}
            {t('color.use', { color: near })}
          </Button>
        )
      }
    >
      {passes ? t('color.passes', numbers) : t('color.fails', { ...numbers, color: near })}
    </RuleNotice>
  );
}

/** Buttons and links in a color that can be read, in both looks, as the pages will show them. */
function Preview({ color }: { color: string }) {
  const { t } = useTranslation('admin');
  return (
    <div className={styles.previews} role="img" aria-label={t('color.preview', { color })}>
      {(['light', 'dark'] as const).map((scheme) => (
        <div key={scheme} className={styles.preview} data-scheme={scheme}>
          <span
            className={styles.previewButton}
            style={{ background: scheme === 'dark' ? `color-mix(in oklab, ${color} 42%, white)` : color }}
            aria-hidden
          >
            {t('color.button')}
          </span>
          <span
            className={styles.previewLink}
            style={{ color: scheme === 'dark' ? `color-mix(in oklab, ${color} 42%, white)` : color }}
            aria-hidden
          >
            {t('color.link')}
          </span>
        </div>
      ))}
    </div>
  );
}
