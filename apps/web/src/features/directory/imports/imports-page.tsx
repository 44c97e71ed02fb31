import { useQuery } from '@tanstack/react-query';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NoAccessPage } from '../../../components/state-pages';
import { NameCell } from '../../../components/cell';
import layout from '../../../components/layout.module.css';
import type { Column } from '../../../components/list/data-table';
import { RecordList } from '../../../components/list/record-list';
import { useListState } from '../../../components/list/use-list-state';
import { PageHeader } from '../../../components/page-header';
import { Panel } from '../../../components/panel';
import { EmptyState } from '../../../components/states';
import { useFormats } from '../../../i18n/format';
import { useTenantSlug } from '../use-directory';
import { useMay } from '../use-may';
import { ImportStatus } from './import-status';
import { UploadForm } from './upload-form';
import { importsQuery, type ImportRun } from './use-imports';

/** Imports of public lists: upload one, and those there have been. */
export function ImportsPage() {
  const { t } = useTranslation('directory');
  const may = useMay();
  const tenant = useTenantSlug();
  const list = useListState({ sort: '-createdAt' });
  const query = useQuery({ ...importsQuery(tenant, list.query), enabled: may.import });
  const columns = useColumns();
  if (!may.import) return <NoAccessPage />;
  return (
    <>
      <PageHeader
        title={t('imports')}
        trail={[{ label: t('organizations'), to: '../organizations' }]}
        summary={t('importsSummary')}
      />
      <div className={layout.stack}>
        <Panel title={t('newImport')}>
          <UploadForm />
        </Panel>
        <Panel title={t('formerImports')} flush>
          <RecordList
            caption={t('formerImports')}
            list={list}
            query={query}
            columns={columns}
            rowKey={(row) => row.id}
            rowName={(row) => row.fileName}
            empty={
              <EmptyState
                title={t('noImports')}
                why={t('noImportsWhy')}
                picture={<IconFileSpreadsheet size={44} stroke={1.3} />}
              />
            }
          />
        </Panel>
      </div>
    </>
  );
}

function useColumns(): Column<ImportRun>[] {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const formats = useFormats();
  return [
    {
      key: 'file',
      title: t('file'),
      header: true,
      cell: (row) => (
        <NameCell name={row.fileName} to={`/t/${tenant}/imports/${row.id}`} sub={formatLabel(t, row.format)} />
      ),
    },
    {
      key: 'createdAt',
      title: t('uploaded'),
      sort: 'createdAt',
      phone: 'label',
      cell: (row) => formats.dateTime(row.createdAt),
    },
    {
      key: 'rows',
      title: t('rows'),
      align: 'right',
      phone: 'label',
      cell: (row) => formats.number(row.rowCount),
    },
    {
      key: 'problems',
      title: t('withErrors'),
      align: 'right',
      phone: 'label',
      cell: (row) => formats.number(row.counts.refused),
    },
    { key: 'status', title: t('state'), cell: (row) => <ImportStatus status={row.status} quiet /> },
  ];
}

const FORMATS = [
  'ccd_lea',
  'ccd_school',
  'ipeds_hd',
  'nces_district_search',
  'nces_school_search',
  'plain_organizations',
] as const;
type FormatKey = (typeof FORMATS)[number];
type T = ReturnType<typeof useTranslation<'directory'>>['t'];

/** What a recognized layout is called; its key where the catalog has no word for it. */
export const formatLabel = (t: T, format: string): string =>
  FORMATS.includes(format as FormatKey) ? t(`format.${format as FormatKey}`) : format;
