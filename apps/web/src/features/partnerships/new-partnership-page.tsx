import { Button, Group, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, idempotent, unwrap } from '../../api/client';
import { AttemptKeys } from '../../api/idempotency';
import { regionChoicesQuery } from '../../api/readiness';
import { AppForm } from '../../components/form/app-form';
import { needed } from '../../components/form/rules';
import { useAppForm, type AppForm as FormState } from '../../components/form/use-app-form';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { OrganizationField } from './organization-field';
import styles from './partnerships.module.css';
import { useTenantSlug } from './use-partnerships';

interface Values extends Record<string, unknown> {
  name: string;
  level: 'state' | 'local';
  regionId: string | null;
  vision: string;
  leadId: string | null;
  leadRole: 'lead_agency' | 'intermediary';
}

const LEVELS = ['local', 'state'] as const;
const LEADS = ['lead_agency', 'intermediary'] as const;

/** Makes a partnership with the organization that leads it. Members and goals are added on its page. */
export function NewPartnershipPage() {
  const { t } = useTranslation('partnerships');
  const { t: words } = useTranslation();
  const tenant = useTenantSlug();
  const form = useNewForm();
  return (
    <>
      <PageHeader
        title={t('new.title')}
        trail={[{ label: t('list.title'), to: `/t/${tenant}/partnerships` }]}
        summary={t('new.summary')}
      />
      <Panel title={t('new.panel')} className={styles.form}>
        <AppForm of={form}>
          <About form={form} />
          <Leading form={form} />
          <Group gap="sm">
            <Button type="submit" loading={form.busy}>
              {t('new.submit')}
            </Button>
            <Button variant="default" component={Link} to={`/t/${tenant}/partnerships`}>
              {words('action.cancel')}
            </Button>
          </Group>
        </AppForm>
      </Panel>
    </>
  );
}

function About({ form }: { form: FormState<Values> }) {
  const { t } = useTranslation('partnerships');
  const regions = useQuery(regionChoicesQuery(useTenantSlug())).data?.items ?? [];
  return (
    <>
      <TextInput
        label={t('field.name')}
        description={t('field.nameHelp')}
        required
        maxLength={160}
        {...form.field('name')}
      />
      <Radio.Group label={t('field.level')} {...form.field('level')}>
        <Stack gap={10} mt={6}>
          {LEVELS.map((level) => (
            <Radio key={level} value={level} label={t(`level.${level}`)} description={t(`levelHelp.${level}`)} />
          ))}
        </Stack>
      </Radio.Group>
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
    </>
  );
}

function Leading({ form }: { form: FormState<Values> }) {
  const { t } = useTranslation('partnerships');
  return (
    <>
      <OrganizationField
        label={t('new.lead')}
        description={t('new.leadHelp')}
        clearable
        clearButtonProps={{ 'aria-label': t('new.noLead') }}
        {...form.field('leadId')}
      />
      {form.form.values.leadId && (
        <Radio.Group label={t('new.leadRole')} {...form.field('leadRole')}>
          <Stack gap={10} mt={6}>
            {LEADS.map((role) => (
              <Radio key={role} value={role} label={t(`role.${role}`)} description={t(`roleHelp.${role}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </>
  );
}

function useNewForm(): FormState<Values> {
  const { t } = useTranslation('partnerships');
  const { t: words } = useTranslation();
  const tenant = useTenantSlug();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const keys = useRef(new AttemptKeys()).current;
  return useAppForm<Values>({
    initialValues: { name: '', level: 'local', regionId: null, vision: '', leadId: null, leadRole: 'lead_agency' },
    validate: { name: needed(words, t('field.name')) },
    submit: async ({ name, level, regionId, vision, leadId, leadRole }) => {
      const body = {
        name: name.trim(),
        level,
        ...(regionId && { regionId }),
        ...(vision.trim() && { vision: vision.trim() }),
        ...(leadId && { members: [{ organizationId: leadId, role: leadRole }] }),
      };
      const header = idempotent(keys.keyFor(body));
      const { id } = await unwrap(
        api.POST('/api/v1/t/{tenant}/partnerships', { params: { path: { tenant }, header }, body }),
      );
      keys.settled();
      await Promise.all(
        ['partnerships', 'partnership-choices'].map((key) => cache.invalidateQueries({ queryKey: [key] })),
      );
      await navigate(`/t/${tenant}/partnerships/${id}`);
    },
  });
}
