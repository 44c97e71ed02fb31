import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkplace } from '../../app/workplace';
import { AppForm } from '../../components/form/app-form';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { ConflictState, Loaded } from '../../components/states';
import styles from './admin.module.css';
import { SettingField } from './setting-field';
import { byGroup, changedKeys, same, toSend, valuesOf, type Setting, type Values } from './settings';
import { SettingsAreas } from './settings-areas';
import { settingsQuery, useSettingsForm, type SettingsForm, type TenantSettings } from './use-settings';
import { useSettingWords } from './use-setting-words';

/** What the tenant decides for itself. Every field is made from what the server says about the setting. */
export function SettingsPage() {
  const { t } = useTranslation('admin');
  const { tenant } = useWorkplace();
  const query = useQuery(settingsQuery(tenant.slug));
  return (
    <>
      <PageHeader title={t('settings.title')} summary={t('settings.summary', { tenant: tenant.name })} />
      <Loaded query={query} rows={10}>
        {(settings) => <SettingsRecord known={settings} />}
      </Loaded>
    </>
  );
}

function SettingsRecord({ known }: { known: TenantSettings }) {
  const { t } = useTranslation('admin');
  const form = useSettingsForm(known);
  const readOnly = !known.allowed.includes('update');
  const groups = byGroup(known.settings);
  return (
    <div className={styles.settings}>
      <SettingsAreas groups={groups.map(([group]) => group)} />
      <div>
        {readOnly && <p className={styles.note}>{t('settings.readOnly')}</p>}
        {form.conflict && <Conflict form={form} known={known} />}
        <AppForm of={form.of} className={styles.stack} label={t('settings.title')}>
          {groups.map(([group, settings]) => (
            <Group key={group} group={group} settings={settings} form={form} readOnly={readOnly} />
          ))}
          {!readOnly && <SaveBar form={form} settings={known.settings} />}
        </AppForm>
      </div>
    </div>
  );
}

interface GroupProps {
  group: string;
  settings: Setting[];
  form: SettingsForm;
  readOnly: boolean;
}

function Group({ group, settings, form: { of }, readOnly }: GroupProps) {
  const words = useSettingWords();
  return (
    <div id={`settings-${group}`} className={styles.anchor} tabIndex={-1}>
      <Panel title={words.group(group)}>
        <div className={styles.fields}>
          {settings.map((setting) => (
            <div key={setting.key}>
              <SettingField setting={setting} field={of.field(`values.${setting.key}`)} readOnly={readOnly} />
              {!readOnly && <ToDefault setting={setting} form={of} />}
            </div>
          ))}
        </div>
      </Panel>
    </div>
  );
}

/** Brings a default back, where one exists and something else is chosen. */
function ToDefault({ setting, form }: { setting: Setting; form: SettingsForm['of'] }) {
  const { t } = useTranslation('admin');
  const words = useSettingWords();
  const value = form.form.values.values[setting.key];
  const changeable = setting.changed || !same(value, setting.value);
  if (!changeable || setting.default === '' || same(value, setting.default)) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      mt={4}
      ml={-8}
      className={styles.toDefault}
      onClick={() => form.form.setFieldValue(`values.${setting.key}`, setting.default as never)}
    >
      {t('settings.toDefault', { value: words.value(setting, setting.default) })}
      <span className="visually-hidden">: {words.label(setting)}</span>
    </Button>
  );
}

function SaveBar({ form, settings }: { form: SettingsForm; settings: Setting[] }) {
  const { t } = useTranslation('admin');
  const { t: words } = useTranslation();
  const count = changedKeys(settings, form.of.form.values.values).length;
  if (count === 0) return null;
  return (
    <div className={styles.saveBar}>
      <span role="status">{t('settings.unsaved', { count })}</span>
      <Button variant="default" onClick={form.discard}>
        {t('settings.discard')}
      </Button>
      <Button type="submit" loading={form.of.busy}>
        {words('action.save')}
      </Button>
    </div>
  );
}

/** Both versions of what this person changed, where somebody else saved meanwhile. */
function Conflict({ form, known }: { form: SettingsForm; known: TenantSettings }) {
  const { t } = useTranslation('admin');
  const { t: words } = useTranslation();
  const mine = form.of.form.values.values;
  const theirs = valuesOf(form.conflict!.settings);
  const keys = [...Object.keys(toSend(known.settings, mine)), ...changedKeys(known.settings, theirs)];
  const shown = known.settings.filter(({ key }) => keys.includes(key));
  return (
    <Panel title={words('state.conflictTitle')} className={styles.conflict}>
      <ConflictState
        why={t('settings.conflict')}
        mine={<Version settings={shown} values={mine} />}
        theirs={<Version settings={shown} values={theirs} />}
        onKeepMine={form.keepMine}
        onKeepTheirs={form.keepTheirs}
      />
    </Panel>
  );
}

function Version({ settings, values }: { settings: Setting[]; values: Values }) {
  const words = useSettingWords();
  return (
    <ul className="plain-list">
      {settings.map((setting) => (
        <li key={setting.key}>
          {words.label(setting)}: <b>{words.value(setting, values[setting.key])}</b>
        </li>
      ))}
    </ul>
  );
}
