import { Fragment, type ReactNode } from 'react';
import styles from './facts.module.css';

/** Facts of a record as pairs; those without a value are left out. */
export function Facts({ items }: { items: [name: string, value: ReactNode][] }) {
  return (
    <dl className={styles.facts}>
      {items.map(
        ([name, value]) =>
          value !== null &&
          value !== undefined &&
          value !== '' && (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}
