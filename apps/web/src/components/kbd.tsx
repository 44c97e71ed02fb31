import styles from './kbd.module.css';

/** A key name. Hints are shown only while single keys are switched on (WCAG 2.1.4). */
export function Kbd({ children }: { children: string }) {
  return <kbd className={styles.key}>{children}</kbd>;
}
