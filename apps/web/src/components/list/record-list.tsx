import { Button, Menu } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows } from '../states';
import { DataTable, type Column } from './data-table';
import styles from './data-table.module.css';
import { FilterPills } from './filter-pills';
import type { ListState } from './use-list-state';

/** A page of a list as the API answers it. `total` is exact up to 10,000. */
export interface ListPage<Row> {
  items: Row[];
  nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}

interface RecordListProps<Row> {
  caption: string;
  list: ListState;
  query: { data: ListPage<Row> | undefined; error: Error | null; refetch: () => unknown; isFetching: boolean };
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  rowName: (row: Row) => string;
  /** Shown instead of the table when nothing is there at all. */
  empty: ReactNode;
  /** Buttons for chosen rows; rows can be chosen only when this is given. */
  bulk?: (keys: string[], clear: () => void) => ReactNode;
  /** Address of the same list in the API, for the CSV and Excel files. */
  exportFrom?: string;
  dense?: boolean;
}

/** List of records with filters, order, pages, selection and download. Choosing rows puts the bulk bar in the place of the filters. */
export function RecordList<Row>(props: RecordListProps<Row>) {
  const { caption, list, query, columns, rowKey, rowName, empty, bulk, dense } = props;
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const page = query.data;
  const untouched = Object.keys(list.values).length === 0;
  if (page && page.total === 0 && untouched) return <>{empty}</>;
  return (
    <div className={styles.wrap} aria-busy={query.isFetching}>
      {bulk && keys.size > 0 ? (
        <BulkBar count={keys.size} onClear={() => setKeys(new Set())}>
          {bulk([...keys], () => setKeys(new Set()))}
        </BulkBar>
      ) : (
        <Tools {...props} page={page} />
      )}
      {page && (
        <DataTable
          caption={caption}
          columns={columns}
          rows={page.items}
          rowKey={rowKey}
          sort={list.sort}
          onSort={list.setSort}
          selection={bulk && { keys, onChange: setKeys, nameOf: rowName }}
          dense={dense}
        />
      )}
      {!page &&
        (query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingRows rows={6} />
        ))}
      {page && <Pager caption={caption} list={list} page={page} />}
    </div>
  );
}

function Tools<Row>({ list, page, exportFrom }: RecordListProps<Row> & { page?: ListPage<Row> }) {
  const { t } = useTranslation();
  const found = page && t(page.totalIsExact ? 'table.results' : 'table.resultsMore', { count: page.total });
  return (
    <div className={styles.tools}>
      <div className={styles.filters}>
        <FilterPills list={list} result={found} />
      </div>
      {exportFrom && page && page.total > 0 && <Download from={exportFrom} list={list} />}
    </div>
  );
}

function Download({ from, list }: { from: string; list: ListState }) {
  const { t } = useTranslation();
  const address = (format: string) => {
    const { cursor: _cursor, limit: _limit, ...rest } = list.query;
    const params = new URLSearchParams({ ...rest, format } as Record<string, string>);
    return `${from}?${params}`;
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" leftSection={<IconDownload size={15} aria-hidden />}>
          {t('table.download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'xlsx'] as const).map((format) => (
          <Menu.Item key={format} component="a" href={address(format)} download>
            {t(`table.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function BulkBar({ count, onClear, children }: { count: number; onClear: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles.bulk} role="region" aria-label={t('table.bulk')}>
      <b role="status">{t('table.selected', { count })}</b>
      {children}
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        {t('table.unselect')}
      </Button>
    </div>
  );
}

function Pager<Row>({ caption, list, page }: { caption: string; list: ListState; page: ListPage<Row> }) {
  const { t } = useTranslation();
  if (list.from === 1 && !page.nextCursor) return null;
  const range = { from: list.from, to: list.from + page.items.length - 1, total: page.total };
  return (
    <nav className={styles.pager} aria-label={t('table.pages', { caption })}>
      <span>{t(page.totalIsExact ? 'table.range' : 'table.rangeMore', range)}</span>
      <Button
        size="compact-sm"
        variant="default"
        disabled={list.from === 1}
        leftSection={<IconChevronLeft size={15} aria-hidden />}
        onClick={list.previous}
      >
        {t('table.previous')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={!page.nextCursor}
        rightSection={<IconChevronRight size={15} aria-hidden />}
        onClick={() => page.nextCursor && list.next(page.nextCursor, page.items.length)}
      >
        {t('table.next')}
      </Button>
    </nav>
  );
}
