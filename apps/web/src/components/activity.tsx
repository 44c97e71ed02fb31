import { useFormats } from '../i18n/format';
import styles from './activity.module.css';

/** One thing that happened. `when` is an ISO instant. */
export interface ActivityItem {
  id: string;
  who: string;
  what: string;
  when: string;
}

/** What happened to a record, newest first. The full log with before and after is one click away. */
export function Activity({ items }: { items: ActivityItem[] }) {
  const formats = useFormats();
  return (
    <ol className={styles.list}>
      {items.map((item) => (
        <li key={item.id}>
          <p>
            <b>{item.who}</b> {item.what}
          </p>
          <time dateTime={item.when}>{formats.dateTime(item.when)}</time>
        </li>
      ))}
    </ol>
  );
}
