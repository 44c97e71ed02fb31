import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './figure.module.css';

/** The numbers of a chart; the first cell of a row names it. */
export interface FigureTable {
  columns: string[];
  rows: (string | number)[][];
}
interface FigureProps {
  title: string;
  /** The title already stands above, for example as a panel's title. */
  hideTitle?: boolean;
  /** One sentence for screen readers. */
  summary: string;
  table: FigureTable;
  width: number;
  height: number;
  children: ReactNode;
}

/** Frame of every chart: a title, a one-sentence summary, the drawing, and the same numbers as a table. */
export function Figure({ title, hideTitle, summary, table, width, height, children }: FigureProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <figure className={styles.figure} aria-labelledby={`${id}t`}>
      <figcaption id={`${id}t`} className={hideTitle ? 'visually-hidden' : styles.caption}>
        {title}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}t ${id}d`} className={styles.svg}>
        <desc id={`${id}d`}>{summary}</desc>
        {children}
      </svg>
      <details className={styles.details}>
        <summary>
          {t('chart.showData')}
          <span className="visually-hidden">: {title}</span>
        </summary>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={title}>
          <DataRows table={table} />
        </div>
      </details>
    </figure>
  );
}

function DataRows({ table }: { table: FigureTable }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([name, ...cells], i) => (
          <tr key={i}>
            <th scope="row">{name}</th>
            {cells.map((cell, j) => (
              <td key={j}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
