import type { Column } from '../../components/list/data-table';

/** The columns of a table, without the one named `actions` where the reader may do nothing with any row. */
export const offered = <Row extends { allowed: string[] }>(columns: Column<Row>[], rows: Row[]): Column<Row>[] =>
  columns.filter(({ key }) => key !== 'actions' || rows.some(({ allowed }) => allowed.length > 0));
