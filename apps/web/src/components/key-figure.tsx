import type { ReactNode } from 'react';
import styles from './key-figure.module.css';

interface KeyFigureProps {
  value: ReactNode;
  label: string;
  /** What the number rests on: source, period, n. */
  note?: ReactNode;
  tone?: 'plain' | 'warn' | 'bad' | 'good';
}

/** One number with its word and, in small, what it rests on. Use at most four in a row. */
export function KeyFigure({ value, label, note, tone = 'plain' }: KeyFigureProps) {
  return (
    <div className={styles.figure} data-tone={tone}>
      <p className={styles.label}>{label}</p>
      <p className={styles.value}>{value}</p>
      {note && <p className={styles.note}>{note}</p>}
    </div>
  );
}

/** Equal columns that wrap on small screens. */
export function KeyFigures({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
