import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './data-table.module.css';

/** A column of a table. */
export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  align?: 'left' | 'right' | 'center';
  /** The cell names the row; it is read as the row's header. */
  header?: boolean;
  width?: number | string;
  /** On a phone: left out, or shown with the column's title before it. */
  phone?: 'hide' | 'label';
  /** Field of the API's `sort`; the title becomes a button. */
  sort?: string;
}

/** Chosen rows, by key. */
export interface Selection<Row> {
  keys: ReadonlySet<string>;
  onChange: (keys: Set<string>) => void;
  nameOf: (row: Row) => string;
}

interface DataTableProps<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  sort?: string;
  onSort?: (sort: string) => void;
  selection?: Selection<Row>;
  dense?: boolean;
}

/** Table of records: sticky header, row names as row headers. On a phone every row becomes a small card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t } = useTranslation();
  const { caption, columns, rows, rowKey, selection, dense } = props;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('table.region', { caption })}>
      <table className={`${styles.table} ${dense ? styles.dense : ''}`}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {selection && <SelectAll rows={rows} rowKey={rowKey} selection={selection} />}
            {columns.map((column) => (
              <Header key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-selected={selection?.keys.has(rowKey(row))}>
              {selection && <SelectOne row={row} id={rowKey(row)} selection={selection} />}
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const shared = { style: { textAlign: column.align }, 'data-phone': column.phone, 'data-title': column.title };
  if (!column.header) return <td {...shared}>{column.cell(row)}</td>;
  return (
    <th scope="row" {...shared}>
      {column.cell(row)}
    </th>
  );
}

interface HeaderProps<Row> {
  column: Column<Row>;
  sort?: string;
  onSort?: (sort: string) => void;
}

function Header<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  const { t } = useTranslation();
  const style = { textAlign: column.align, width: column.width };
  if (!column.sort || !onSort)
    return (
      <th scope="col" style={style}>
        {column.title}
      </th>
    );
  const up = sort === column.sort;
  const down = sort === `-${column.sort}`;
  const IconShape = up ? IconArrowUp : down ? IconArrowDown : IconArrowsSort;
  return (
    <th scope="col" style={style} aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}>
      <button
        type="button"
        className={styles.sort}
        data-on={up || down}
        aria-label={t('table.sortBy', { name: column.title })}
        onClick={() => onSort(up ? `-${column.sort}` : column.sort!)}
      >
        {column.title}
        <IconShape size={13} stroke={2} aria-hidden />
      </button>
    </th>
  );
}

interface SelectAllProps<Row> {
  rows: Row[];
  rowKey: (row: Row) => string;
  selection: Selection<Row>;
}

function SelectAll<Row>({ rows, rowKey, selection }: SelectAllProps<Row>) {
  const { t } = useTranslation();
  const keys = rows.map(rowKey);
  const all = keys.length > 0 && keys.every((key) => selection.keys.has(key));
  return (
    <th scope="col" className={styles.check}>
      <Checkbox
        size="xs"
        aria-label={t('table.selectAll')}
        checked={all}
        indeterminate={!all && selection.keys.size > 0}
        onChange={() => selection.onChange(new Set(all ? [] : keys))}
      />
    </th>
  );
}

function SelectOne<Row>({ row, id, selection }: { row: Row; id: string; selection: Selection<Row> }) {
  const { t } = useTranslation();
  const toggle = () => {
    const next = new Set(selection.keys);
    if (!next.delete(id)) next.add(id);
    selection.onChange(next);
  };
  return (
    <td className={styles.check}>
      <Checkbox
        size="xs"
        aria-label={t('table.select', { name: selection.nameOf(row) })}
        checked={selection.keys.has(id)}
        onChange={toggle}
      />
    </td>
  );
}
