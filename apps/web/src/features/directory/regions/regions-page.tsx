import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconMap, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, idempotent, ifMatch, unwrap } from '../../../api/client';
import { randomId } from '../../../api/idempotency';
import { useWrite } from '../../../api/use-write';
import { NameCell } from '../../../components/cell';
import { useConfirm } from '../../../components/feedback/confirm';
import { useNotices } from '../../../components/feedback/notices';
import { AppForm } from '../../../components/form/app-form';
import { needed } from '../../../components/form/rules';
import { useAppForm } from '../../../components/form/use-app-form';
import { DataTable } from '../../../components/list/data-table';
import { PageHeader } from '../../../components/page-header';
import { Panel } from '../../../components/panel';
import { EmptyState, Loaded } from '../../../components/states';
import { offered } from '../actions-column';
import { useRegions, useTenantSlug, type Region } from '../use-directory';
import { useMay } from '../use-may';

/** The parts of the tenant's territory. */
export function RegionsPage() {
  const { t } = useTranslation(['directory', 'common']);
  const regions = useRegions();
  const may = useMay();
  const [editing, setEditing] = useState<Region | 'new' | null>(null);
  const add = may.addRegions && (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setEditing('new')}>
      {t('directory:newRegion')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('directory:regions')}
        trail={[{ label: t('directory:organizations'), to: '../organizations' }]}
        summary={t('directory:regionsSummary')}
        actions={add}
      />
      <Panel title={t('directory:allRegions')} flush>
        <Loaded query={regions}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState
                title={t('directory:noRegions')}
                why={t('directory:noRegionsWhy')}
                picture={<IconMap size={44} stroke={1.3} />}
                action={add}
              />
            ) : (
              <RegionTable regions={items} onEdit={setEditing} />
            )
          }
        </Loaded>
      </Panel>
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={t(editing === 'new' ? 'directory:newRegion' : 'directory:editRegion')}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        {editing && <RegionForm region={editing === 'new' ? undefined : editing} onDone={() => setEditing(null)} />}
      </Modal>
    </>
  );
}

function RegionTable({ regions, onEdit }: { regions: Region[]; onEdit: (region: Region) => void }) {
  const { t } = useTranslation(['directory', 'common']);
  const tenant = useTenantSlug();
  const remove = useRemoveRegion();
  const actions = (row: Region) => (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {row.allowed.includes('update') && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('directory:editNamed', { name: row.name })}
          onClick={() => onEdit(row)}
        >
          <IconPencil size={16} aria-hidden />
        </Button>
      )}
      {row.allowed.includes('delete') && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('directory:deleteNamed', { name: row.name })}
          onClick={() => void remove(row)}
        >
          <IconTrash size={16} aria-hidden />
        </Button>
      )}
    </Group>
  );
  return (
    <DataTable
      caption={t('directory:regions')}
      rows={regions}
      rowKey={(row) => row.id}
      columns={offered<Region>(
        [
          {
            key: 'name',
            title: t('directory:region'),
            header: true,
            cell: (row) => <NameCell name={row.name} to={`/t/${tenant}/organizations?regionId=${row.id}`} />,
          },
          { key: 'code', title: t('directory:code'), phone: 'label', cell: (row) => row.code ?? '–' },
          {
            key: 'count',
            title: t('directory:organizations'),
            align: 'right',
            phone: 'label',
            cell: (row) => row.organizationCount,
          },
          { key: 'actions', title: t('directory:actions'), align: 'right', cell: actions },
        ],
        regions,
      )}
    />
  );
}

function useRemoveRegion() {
  const { t } = useTranslation(['directory', 'common']);
  const tenant = useTenantSlug();
  const notices = useNotices();
  const confirm = useConfirm();
  const remove = useWrite(
    ({ id, version }: Region) =>
      unwrap(
        api.DELETE('/api/v1/t/{tenant}/regions/{id}', { params: { path: { tenant, id }, header: ifMatch(version) } }),
      ),
    { refresh: [['regions', tenant]] },
  );
  return async (region: Region) => {
    const yes = await confirm({
      title: t('directory:deleteTitle', { name: region.name }),
      body: t('directory:deleteRegionBody'),
      confirm: t('common:action.delete'),
      tone: 'bad',
    });
    if (!yes) return;
    const onSuccess = () => notices.done(t('directory:deleted', { name: region.name }));
    remove.mutate(region, { onSuccess, onError: notices.failed });
  };
}

function RegionForm({ region, onDone }: { region?: Region; onDone: () => void }) {
  const { t } = useTranslation(['directory', 'common']);
  const { t: words } = useTranslation('common');
  const tenant = useTenantSlug();
  const cache = useQueryClient();
  const notices = useNotices();
  const [key] = useState(randomId);
  const form = useAppForm({
    initialValues: { name: region?.name ?? '', code: region?.code ?? '' },
    validate: { name: needed(words, t('directory:name')) },
    submit: async ({ name, code }) => {
      const body = { name: name.trim(), code: code.trim() || null };
      await unwrap(
        region
          ? api.PATCH('/api/v1/t/{tenant}/regions/{id}', {
              params: { path: { tenant, id: region.id }, header: ifMatch(region.version) },
              body,
            })
          : api.POST('/api/v1/t/{tenant}/regions', {
              params: { path: { tenant }, header: idempotent(`${key}.${name}.${code}`) },
              body,
            }),
      );
      await cache.invalidateQueries({ queryKey: ['regions', tenant] });
      notices.done(t(region ? 'directory:saved' : 'directory:added', { name: body.name }));
      onDone();
    },
  });
  return (
    <AppForm of={form}>
      <TextInput label={t('directory:name')} data-autofocus {...form.field('name')} />
      <TextInput label={t('directory:code')} description={t('directory:codeHelp')} {...form.field('code')} />
      <Group justify="flex-end">
        <Button type="submit" loading={form.busy}>
          {t('common:action.save')}
        </Button>
      </Group>
    </AppForm>
  );
}
