import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './cell.module.css';

interface NameCellProps {
  name: string;
  /** Address of the record; plain text when left out. */
  to?: string;
  /** Second line: id or kind. */
  sub?: ReactNode;
}

/** The cell that names a row: the record's link over its kind or id. */
export function NameCell({ name, to, sub }: NameCellProps) {
  return (
    <>
      {to ? <Link to={to}>{name}</Link> : name}
      {sub && <span className={styles.sub}>{sub}</span>}
    </>
  );
}

/** A second line of a cell, in second ink. */
export function SubLine({ children }: { children: ReactNode }) {
  return <span className={styles.sub}>{children}</span>;
}
