import { Checkbox, NumberInput, Radio, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './admin.module.css';
import { ColorSetting } from './color-setting';
import type { Setting } from './settings';
import { useSettingWords } from './use-setting-words';

interface SettingFieldProps {
  setting: Setting;
  /** Props of the form's field: id, value, error, listeners. */
  field: Record<string, unknown> & { id: string };
  readOnly: boolean;
}
interface Input extends SettingFieldProps {
  value: unknown;
  set: (value: unknown) => void;
  shared: Record<string, unknown>;
}

const ZONES = Intl.supportedValuesOf('timeZone');
const asNumber = (value: string | number) => (value === '' ? null : Number(value));

/** The input that fits the type of a setting, with label, help and bounds as the server says them. */
export function SettingField({ setting, field, readOnly }: SettingFieldProps) {
  const words = useSettingWords();
  const { value, onChange, onBlur: _blur, onFocus: _focus, ...rest } = field;
  const shared = {
    ...rest,
    label: words.label(setting),
    description: words.help(setting),
    disabled: readOnly,
  };
  const input = { setting, field, readOnly, value, set: onChange as (value: unknown) => void, shared };
  switch (setting.type) {
    case 'integer':
      return setting.key === 'fiscalYearStartMonth' ? <MonthInput {...input} /> : <WholeNumber {...input} />;
    case 'share':
      return <ShareInput {...input} />;
    case 'switch':
      return (
        <Switch {...shared} checked={value === true} onChange={(event) => input.set(event.currentTarget.checked)} />
      );
    case 'text':
      return (
        <TextInput
          {...shared}
          maxLength={setting.maximum}
          value={String(value ?? '')}
          onChange={(event) => input.set(event.currentTarget.value)}
        />
      );
    case 'timeZone':
      return (
        <Select
          {...shared}
          data={ZONES}
          searchable
          limit={60}
          allowDeselect={false}
          value={String(value)}
          onChange={input.set}
        />
      );
    case 'term':
      return <TermInput {...input} />;
    case 'color':
      return (
        <ColorSetting
          props={shared}
          value={value as string | null}
          name={words.label(setting)}
          readOnly={readOnly}
          onChange={input.set}
        />
      );
    case 'lines':
      return <LinesInput {...input} />;
    default:
      return <ChoiceInput {...input} />;
  }
}

function WholeNumber({ setting, value, set, shared }: Input) {
  const { unit, range } = useSettingWords();
  return (
    <NumberInput
      {...shared}
      description={`${String(shared['description'])} ${range(setting)}`}
      min={setting.minimum}
      max={setting.maximum}
      clampBehavior="none"
      allowDecimal={false}
      suffix={unit(setting, value)}
      classNames={{ wrapper: styles.narrow }}
      value={value === null ? '' : Number(value)}
      onChange={(next) => set(asNumber(next))}
    />
  );
}

function MonthInput({ value, set, shared }: Input) {
  const { months } = useSettingWords();
  return (
    <Select
      {...shared}
      classNames={{ wrapper: styles.narrow }}
      allowDeselect={false}
      data={months.map((label, i) => ({ value: String(i + 1), label }))}
      value={String(value)}
      onChange={(next) => set(Number(next))}
    />
  );
}

/** A part of a whole, written in percent. */
function ShareInput({ setting, value, set, shared }: Input) {
  const { range } = useSettingWords();
  return (
    <NumberInput
      {...shared}
      description={`${String(shared['description'])} ${range(setting)}`}
      min={(setting.minimum ?? 0) * 100}
      max={(setting.maximum ?? 1) * 100}
      clampBehavior="none"
      allowDecimal={false}
      suffix=" %"
      classNames={{ wrapper: styles.narrow }}
      value={value === null ? '' : Math.round(Number(value) * 100)}
      onChange={(next) => set(next === '' ? null : Number(next) / 100)}
    />
  );
}

/** A word of the tenant in both languages. */
function TermInput({ value, set, shared }: Input) {
  const { t } = useTranslation('admin');
  const term = value as { en: string; es: string };
  const { id, label, description, error, disabled } = shared as Record<string, string> & { disabled: boolean };
  return (
    <fieldset className={styles.term} id={id}>
      <legend>{label}</legend>
      <p className={styles.help}>{description}</p>
      <div className={styles.pair}>
        {(['en', 'es'] as const).map((language) => (
          <TextInput
            key={language}
            label={t(`language.${language}`)}
            lang={language}
            maxLength={40}
            disabled={disabled}
            error={language === 'en' ? error : Boolean(error)}
            value={term[language]}
            onChange={(event) => set({ ...term, [language]: event.currentTarget.value })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Lines of text in their order. */
function LinesInput({ value, set, shared }: Input) {
  const { t } = useTranslation('admin');
  return (
    <Textarea
      {...shared}
      description={`${String(shared['description'])} ${t('settings.lines')}`}
      autosize
      minRows={3}
      value={(value as string[]).join('\n')}
      onChange={(event) => set(event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n'))}
    />
  );
}

function ChoiceInput({ setting, value, set, shared }: Input) {
  const { choice } = useSettingWords();
  const choices = setting.choices ?? [];
  const { disabled, ...group } = shared;
  if (setting.type === 'choices')
    return (
      <Checkbox.Group
        {...group}
        value={value as string[]}
        onChange={(next) => set(choices.filter((one) => next.includes(one)))}
      >
        <Stack gap={10} mt={8}>
          {choices.map((one) => (
            <Checkbox key={one} value={one} label={choice(one)} disabled={Boolean(disabled)} />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  return (
    <Radio.Group {...group} value={String(value)} onChange={set}>
      <Stack gap={10} mt={8}>
        {choices.map((one) => (
          <Radio key={one} value={one} label={choice(one)} disabled={Boolean(disabled)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
