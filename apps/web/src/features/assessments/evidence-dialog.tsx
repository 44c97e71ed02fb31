import { Button, FileInput, Group, Modal, Select, SegmentedControl, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { useTenant, type Round } from '../../api/readiness';
import { AppForm } from '../../components/form/app-form';
import { DateField } from '../../components/form/date-field';
import { needed } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { useNotices } from '../../components/feedback/notices';

interface EvidenceDialogProps {
  round: Round;
  indicatorKey: string;
  onClose: () => void;
  onAdded: (evidence: { id: string; title: string }) => void;
}

const KINDS = ['document', 'data', 'self_report'] as const;

interface Values extends Record<string, unknown> {
  how: 'link' | 'file';
  title: string;
  kind: (typeof KINDS)[number];
  url: string;
  fileId: File | null;
  periodFrom: string | null;
  periodTo: string | null;
}

const START: Values = {
  how: 'link',
  title: '',
  kind: 'document',
  url: '',
  fileId: null,
  periodFrom: null,
  periodTo: null,
};

/** Adds a piece of evidence by link or file. */
export function EvidenceDialog(props: EvidenceDialogProps) {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation();
  const form = useEvidenceForm(props);
  const byFile = form.form.values.how === 'file';
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('evidence.add')}
      closeButtonProps={{ 'aria-label': words('action.close') }}
    >
      <AppForm of={form} label={t('evidence.add')}>
        <SegmentedControl
          aria-label={t('evidence.how')}
          data={(['link', 'file'] as const).map((value) => ({ value, label: t(`evidence.${value}`) }))}
          {...form.form.getInputProps('how')}
        />
        {byFile ? (
          <FileInput
            label={t('evidence.file')}
            description={t('evidence.fileHelp')}
            placeholder={t('evidence.pick')}
            required
            clearable
            clearButtonProps={{ 'aria-label': words('action.remove') }}
            {...form.field('fileId')}
          />
        ) : (
          <TextInput
            label={t('evidence.url')}
            description={t('evidence.urlHelp')}
            required
            type="url"
            maxLength={2000}
            {...form.field('url')}
          />
        )}
        <TextInput
          label={t('evidence.title')}
          description={t('evidence.titleHelp')}
          required
          maxLength={200}
          {...form.field('title')}
        />
        <Select
          label={t('evidence.kind')}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(`evidence.${value}`) }))}
          {...form.field('kind')}
        />
        <Group grow align="flex-start">
          <DateField label={t('evidence.from')} {...form.field('periodFrom')} />
          <DateField label={t('evidence.to')} {...form.field('periodTo')} />
        </Group>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onClose}>
            {words('action.cancel')}
          </Button>
          <Button type="submit" loading={form.busy}>
            {t('evidence.save')}
          </Button>
        </Group>
      </AppForm>
    </Modal>
  );
}

function useEvidenceForm({ round, indicatorKey, onClose, onAdded }: EvidenceDialogProps) {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation('common');
  const tenant = useTenant();
  const cache = useQueryClient();
  const notices = useNotices();
  return useAppForm<Values>({
    initialValues: START,
    validate: {
      title: needed(words, t('evidence.title')),
      url: (value, { how }) =>
        how === 'link' && !/^https?:\/\/\S+$/.test(value.trim()) ? t('evidence.urlNeeded') : null,
      fileId: (value, { how }) => (how === 'file' && !value ? t('evidence.fileNeeded') : null),
    },
    submit: async ({ how, title, kind, url, fileId, periodFrom, periodTo }) => {
      const source = how === 'link' ? { url: url.trim() } : { fileId: await upload(tenant, fileId) };
      const made = await unwrap(
        api.POST('/api/v1/t/{tenant}/evidence', {
          params: { path: { tenant } },
          body: {
            ...source,
            ...(periodFrom && { periodFrom }),
            ...(periodTo && { periodTo }),
            title: title.trim(),
            kind,
            partnershipId: round.partnershipId,
            assessmentId: round.id,
            indicatorKeys: [indicatorKey],
          },
        }),
      );
      await cache.invalidateQueries({ queryKey: ['evidence'] });
      notices.done(t('evidence.added', { title: made.title }));
      onAdded(made);
      onClose();
    },
  });
}

/** Sends a file and answers its id. @throws ApiProblem, ApiUnreachable */
async function upload(tenant: string, file: File | null): Promise<string> {
  const body = new FormData();
  body.set('purpose', 'evidence');
  if (file) body.set('file', file);
  const { id } = await unwrap(
    api.POST('/api/v1/t/{tenant}/files', {
      params: { path: { tenant } },
      body: body as never,
      bodySerializer: (form: unknown) => form as FormData,
    }),
  );
  return id;
}
