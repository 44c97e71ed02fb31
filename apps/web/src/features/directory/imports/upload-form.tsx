import { Button, FileInput, Group, Switch, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AppForm } from '../../../components/form/app-form';
import { needed } from '../../../components/form/rules';
import { useAppForm } from '../../../components/form/use-app-form';
import { useTenantSlug } from '../use-directory';
import styles from './imports.module.css';
import { useUpload } from './use-imports';

const ACCEPTED = '.csv,.txt,.tsv,.xlsx,.xls,.zip';

/** Uploads a public list; the next page is the preview, and nothing is changed before it is confirmed. */
export function UploadForm() {
  const { t } = useTranslation('directory');
  const { t: words } = useTranslation('common');
  const tenant = useTenantSlug();
  const navigate = useNavigate();
  const upload = useUpload();
  const form = useAppForm({
    initialValues: { file: null as File | null, createClosed: false, state: '' },
    validate: { file: needed(words, t('file')) },
    submit: async ({ file, createClosed, state }) => {
      if (!file) return;
      const { id } = await upload.mutateAsync({ file, createClosed, state: state.trim().toUpperCase() });
      await navigate(`/t/${tenant}/imports/${id}`);
    },
  });
  return (
    <AppForm of={form} className={styles.upload}>
      <p className={styles.help}>{t('importHelp')}</p>
      <div className={styles.row}>
        <FileInput
          label={t('file')}
          description={t('fileHelp')}
          placeholder={t('chooseFile')}
          accept={ACCEPTED}
          leftSection={<IconUpload size={16} aria-hidden />}
          clearable
          clearButtonProps={{ 'aria-label': t('clearChoice') }}
          {...form.field('file')}
        />
        <TextInput
          label={t('onlyState')}
          description={t('onlyStateHelp')}
          placeholder="MI"
          maxLength={2}
          {...form.field('state')}
        />
      </div>
      <Switch
        label={t('createClosed')}
        description={t('createClosedHelp')}
        {...form.field('createClosed', { type: 'checkbox' })}
      />
      <Group>
        <Button type="submit" loading={form.busy}>
          {t('showPreview')}
        </Button>
      </Group>
    </AppForm>
  );
}
