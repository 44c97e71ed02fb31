import { Button, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AppForm } from '../../../components/form/app-form';
import { needed } from '../../../components/form/rules';
import { Panel } from '../../../components/panel';
import { OrganizationPicker } from '../organization-picker';
import { useRegions, type Organization } from '../use-directory';
import { useKinds } from '../use-kinds';
import { useMay } from '../use-may';
import { DuplicateWarning } from './duplicate-warning';
import { ExternalIdFields } from './external-id-fields';
import styles from './organization-form.module.css';
import { useSaveOrganization } from './use-save-organization';

/** Makes or changes an organization; warns when it seems to be there already. */
export function OrganizationForm({ organization }: { organization?: Organization }) {
  const { t } = useTranslation(['directory', 'common']);
  const { t: words } = useTranslation('common');
  const { form, candidates, acceptDuplicate } = useSaveOrganization(organization, {
    name: needed(words, t('directory:name')),
    kind: needed(words, t('directory:kind')),
  });
  return (
    <div className={styles.form}>
      <AppForm of={form}>
        {candidates && <DuplicateWarning candidates={candidates} busy={form.busy} onAccept={acceptDuplicate} />}
        <Panel title={t('directory:whatItIs')}>
          <WhatFields form={form} arrange={!organization || organization.allowed.includes('arrange')} />
        </Panel>
        <Panel title={t('directory:whereItIs')}>
          <WhereFields form={form} />
        </Panel>
        <Panel title={t('directory:externalIds')}>
          <ExternalIdFields of={form} />
        </Panel>
        <Group>
          <Button type="submit" loading={form.busy}>
            {organization ? t('common:action.save') : t('directory:addOrganization')}
          </Button>
          <Button component={Link} to=".." relative="path" variant="default">
            {t('common:action.cancel')}
          </Button>
        </Group>
      </AppForm>
    </div>
  );
}

type Form = ReturnType<typeof useSaveOrganization>['form'];

function WhatFields({ form, arrange }: { form: Form; arrange: boolean }) {
  const { t } = useTranslation('directory');
  const { grouped, kindOf } = useKinds();
  const { kinds } = useMay();
  const offered = grouped
    .map(({ group, items }) => ({
      group,
      items: items.filter(({ value }) => !arrange || !kinds || kinds.includes(value)),
    }))
    .filter(({ items }) => items.length > 0);
  const regions = useRegions();
  const parents = kindOf(form.form.values.kind)?.parentKinds ?? [];
  return (
    <div className={styles.fields}>
      <TextInput label={t('name')} description={t('nameHelp')} required {...form.field('name')} />
      <Select
        label={t('kind')}
        description={t('kindHelp')}
        data={offered}
        searchable
        required
        allowDeselect={false}
        disabled={!arrange}
        {...form.field('kind')}
      />
      {parents.length > 0 && (
        <OrganizationPicker
          label={t('belongsTo')}
          description={t('belongsToHelp')}
          among={{ kind: parents.join(','), status: 'active' }}
          disabled={!arrange}
          {...form.field('parentId')}
        />
      )}
      <Select
        label={t('region')}
        data={(regions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('clearChoice') }}
        disabled={!arrange}
        {...form.field('regionId')}
      />
    </div>
  );
}

function WhereFields({ form }: { form: Form }) {
  const { t } = useTranslation('directory');
  return (
    <div className={styles.fields}>
      <TextInput label={t('street')} autoComplete="off" {...form.field('street')} />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <TextInput label={t('city')} autoComplete="off" {...form.field('city')} />
        <TextInput label={t('usState')} placeholder="MI" maxLength={2} {...form.field('state')} />
        <TextInput label={t('zip')} placeholder="49007" inputMode="numeric" {...form.field('zip')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <TextInput
          label={t('county')}
          description={t('countyHelp')}
          inputMode="numeric"
          {...form.field('countyFips')}
        />
        <TextInput label={t('phone')} description={t('phoneHelp')} type="tel" {...form.field('phone')} />
        <TextInput label={t('website')} description={t('websiteHelp')} type="url" {...form.field('website')} />
      </SimpleGrid>
    </div>
  );
}
