import { Button, Group, Modal, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { regionChoicesQuery } from '../../api/readiness';
import { useNotices } from '../../components/feedback/notices';
import { AppForm } from '../../components/form/app-form';
import { needed } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { ConflictState } from '../../components/states';
import { PartnershipVersion } from './partnership-version';
import { partnershipQuery, useKeepPartnership, useTenantSlug, type Partnership } from './use-partnerships';

const STATUSES = ['forming', 'active', 'ended'] as const;
/** What the form of a partnership holds. */
export type PartnershipValues = Pick<Partnership, 'name' | 'vision' | 'regionId' | 'status'>;

interface EditPartnershipProps {
  partnership: Partnership;
  onClose: () => void;
}

/** Changes name, region, vision and state. When somebody else wrote meanwhile, both versions are shown to choose from. */
export function EditPartnership({ partnership, onClose }: EditPartnershipProps) {
  const { t } = useTranslation('partnerships');
  const { t: words } = useTranslation();
  const { form, conflict, keepTheirs, keepMine } = useEdit(partnership, onClose);
  const regions = useQuery(regionChoicesQuery(useTenantSlug())).data?.items ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('edit.title')}
      closeButtonProps={{ 'aria-label': words('action.close') }}
    >
      {conflict ? (
        <ConflictState
          mine={<PartnershipVersion values={form.form.values} regions={regions} />}
          theirs={<PartnershipVersion values={conflict} regions={regions} />}
          onKeepMine={keepMine}
          onKeepTheirs={keepTheirs}
        />
      ) : (
        <AppForm of={form}>
          <TextInput label={t('field.name')} required maxLength={160} data-autofocus {...form.field('name')} />
          <Select
            label={t('field.region')}
            description={t('field.regionHelp')}
            clearable
            clearButtonProps={{ 'aria-label': t('field.noRegion') }}
            data={regions.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.field('regionId')}
          />
          <Textarea
            label={t('field.vision')}
            description={t('field.visionHelp')}
            autosize
            minRows={3}
            maxLength={4000}
            {...form.field('vision')}
          />
          <Radio.Group label={t('field.status')} {...form.field('status')}>
            <Stack gap={10} mt={6}>
              {STATUSES.map((status) => (
                <Radio
                  key={status}
                  value={status}
                  label={t(`status.${status}`)}
                  description={t(`statusHelp.${status}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {words('action.cancel')}
            </Button>
            <Button type="submit" loading={form.busy}>
              {words('action.save')}
            </Button>
          </Group>
        </AppForm>
      )}
    </Modal>
  );
}

function useEdit({ id, name, vision, regionId, status, version }: Partnership, onClose: () => void) {
  const { t } = useTranslation('partnerships');
  const { t: words } = useTranslation();
  const tenant = useTenantSlug();
  const cache = useQueryClient();
  const notices = useNotices();
  const keep = useKeepPartnership(tenant, id);
  const [conflict, setConflict] = useState<Partnership | null>(null);
  const save = async (values: PartnershipValues, base: number) => {
    const call = api.PATCH('/api/v1/t/{tenant}/partnerships/{id}', {
      params: { path: { tenant, id }, header: ifMatch(base) },
      body: { ...values, name: values.name.trim(), vision: values.vision.trim(), regionId: values.regionId || null },
    });
    try {
      await keep(await unwrap(call));
    } catch (error) {
      if (!(error instanceof ApiProblem && error.isStale)) throw error;
      setConflict(await cache.fetchQuery({ ...partnershipQuery(tenant, id), staleTime: 0 }));
      return;
    }
    notices.done(t('edit.saved'));
    onClose();
  };
  const form = useAppForm<PartnershipValues & Record<string, unknown>>({
    initialValues: { name, vision, regionId, status },
    validate: { name: needed(words, t('field.name')) },
    submit: (values) => save(values, version),
  });
  const keepMine = () => void save(form.form.values, conflict!.version).catch(notices.failed);
  return { form, conflict, keepMine, keepTheirs: onClose };
}
