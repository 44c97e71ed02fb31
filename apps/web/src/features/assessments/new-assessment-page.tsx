import { Button, Checkbox, Group, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, idempotent, unwrap } from '../../api/client';
import { AttemptKeys } from '../../api/idempotency';
import { instrumentQuery, instrumentsQuery, partnershipChoicesQuery, useTenant } from '../../api/readiness';
import { useRef } from 'react';
import { AppForm } from '../../components/form/app-form';
import { DateField } from '../../components/form/date-field';
import { needed } from '../../components/form/rules';
import { useAppForm, type AppForm as FormState } from '../../components/form/use-app-form';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { Loaded } from '../../components/states';
import styles from './rounds.module.css';

interface Values extends Record<string, unknown> {
  partnershipId: string | null;
  instrumentId: string | null;
  title: string;
  dueOn: string | null;
  anonymity: 'named' | 'anonymous';
  elementKeys: string[];
  purpose: string;
}

/** Plans a round: whose, with which instrument, by when, and what respondents are promised. */
export function NewAssessmentPage() {
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  return (
    <>
      <PageHeader
        title={t('new.title')}
        trail={[{ label: t('list.title'), to: `/t/${tenant}/assessments` }]}
        summary={t('new.summary')}
      />
      <Panel title={t('new.panel')} className={styles.form}>
        <Loaded query={useQuery(instrumentsQuery)}>
          {({ items }) => <RoundForm instruments={items.filter(({ status }) => status === 'current')} />}
        </Loaded>
      </Panel>
    </>
  );
}

interface Choice {
  id: string;
  title: string;
  version: string;
}

function RoundForm({ instruments }: { instruments: Choice[] }) {
  const { t } = useTranslation('assessments');
  const form = useRoundForm(instruments);
  const tenant = useTenant();
  return (
    <AppForm of={form}>
      <WhatAndWho form={form} instruments={instruments} />
      <Elements form={form} />
      <Radio.Group label={t('new.anonymity')} description={t('new.anonymityHelp')} {...form.field('anonymity')}>
        <Stack gap="sm" mt={8}>
          {(['anonymous', 'named'] as const).map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`anonymity.${value}`)}
              description={t(`anonymity.${value}Help`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('new.purpose')}
        description={t('new.purposeHelp')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.field('purpose')}
      />
      <Group gap="sm">
        <Button type="submit" loading={form.busy}>
          {t('new.submit')}
        </Button>
        <Button variant="default" component={Link} to={`/t/${tenant}/assessments`}>
          {t('new.cancel')}
        </Button>
      </Group>
    </AppForm>
  );
}

function useRoundForm(instruments: Choice[]): FormState<Values> {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation('common');
  const [params] = useSearchParams();
  const tenant = useTenant();
  const navigate = useNavigate();
  const keys = useRef(new AttemptKeys()).current;
  return useAppForm<Values>({
    initialValues: {
      partnershipId: params.get('partnership'),
      instrumentId: instruments[0]?.id ?? null,
      title: '',
      dueOn: null,
      anonymity: 'anonymous',
      elementKeys: [],
      purpose: '',
    },
    validate: {
      partnershipId: needed(words, t('new.partnership')),
      instrumentId: needed(words, t('new.instrument')),
      title: needed(words, t('new.name')),
    },
    submit: async ({ partnershipId, instrumentId, title, dueOn, anonymity, elementKeys, purpose }) => {
      const body = {
        partnershipId: partnershipId ?? '',
        instrumentId: instrumentId ?? '',
        title: title.trim(),
        anonymity,
        ...(dueOn && { dueOn }),
        ...(elementKeys.length > 0 && { elementKeys }),
        ...(purpose.trim() && { purpose: purpose.trim() }),
      };
      const header = idempotent(keys.keyFor(body));
      const { id } = await unwrap(
        api.POST('/api/v1/t/{tenant}/assessments', { params: { path: { tenant }, header }, body }),
      );
      keys.settled();
      await navigate(`/t/${tenant}/assessments/${id}`);
    },
  });
}

function WhatAndWho({ form, instruments }: { form: FormState<Values>; instruments: Choice[] }) {
  const { t } = useTranslation('assessments');
  const partnerships = useQuery(partnershipChoicesQuery(useTenant())).data?.items ?? [];
  return (
    <>
      <Select
        label={t('new.partnership')}
        description={t('new.partnershipHelp')}
        required
        searchable
        data={partnerships.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('partnershipId')}
      />
      <Select
        label={t('new.instrument')}
        description={t('new.instrumentHelp')}
        required
        allowDeselect={false}
        data={instruments.map(({ id, title, version }) => ({ value: id, label: `${title} ${version}` }))}
        {...form.field('instrumentId')}
      />
      <TextInput
        label={t('new.name')}
        description={t('new.nameHelp')}
        required
        maxLength={200}
        {...form.field('title')}
      />
      <DateField label={t('new.due')} description={t('new.dueHelp')} maw={260} {...form.field('dueOn')} />
    </>
  );
}

function Elements({ form }: { form: FormState<Values> }) {
  const { t } = useTranslation('assessments');
  const instrument = useQuery(instrumentQuery(form.form.values.instrumentId ?? undefined)).data;
  return (
    <Checkbox.Group label={t('new.elements')} description={t('new.elementsHelp')} {...form.field('elementKeys')}>
      <div className={styles.choices}>
        {instrument?.elements.map(({ key, number, title }) => (
          <Checkbox key={key} value={key} label={`${number}. ${title}`} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
