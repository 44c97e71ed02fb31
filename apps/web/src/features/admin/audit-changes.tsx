import { IconEyeOff } from '@tabler/icons-react';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './admin.module.css';
import type { AuditChange, AuditEvent } from './use-audit';
import { useAuditWords } from './use-audit-words';

const FIRST = 3;

type Names = ReadonlyMap<string, string>;
const NamesContext = createContext<Names>(new Map());

interface AuditChangesProps {
  event: AuditEvent;
  /** Names of records by id, shown in place of the ids. */
  names: Names;
}

/** What a change did, field by field; what may not be shown is said plainly. */
export function AuditChanges({ event, names }: AuditChangesProps) {
  const { t } = useTranslation('admin');
  const { changes, concealed, changeKind } = event;
  const removed = changeKind === 'delete';
  if (concealed)
    return (
      <span className={styles.hidden}>
        <IconEyeOff size={15} aria-hidden /> {t('audit.concealed')}
      </span>
    );
  if (changes.length === 0) return <span className={styles.hidden}>{t('audit.noFields')}</span>;
  return (
    <NamesContext value={names}>
      <ChangeList changes={changes.slice(0, FIRST)} removed={removed} />
      {changes.length > FIRST && (
        <details className={styles.more}>
          <summary>{t('audit.more', { count: changes.length - FIRST })}</summary>
          <ChangeList changes={changes.slice(FIRST)} removed={removed} />
        </details>
      )}
    </NamesContext>
  );
}

/** @param removed the whole record is gone, which needs no word after each value */
function ChangeList({ changes, removed }: { changes: AuditChange[]; removed: boolean }) {
  const words = useAuditWords();
  return (
    <dl className={styles.change}>
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{words.field(change.field)}</dt>
          <dd>
            <BeforeAfter change={change} removed={removed} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function BeforeAfter({ change: { before, after, deleted }, removed }: { change: AuditChange; removed: boolean }) {
  const { t } = useTranslation('admin');
  const words = useAuditWords(useContext(NamesContext));
  if (deleted) return <span className={styles.hidden}>{t('audit.deleted')}</span>;
  return (
    <>
      {before !== null && (
        <del>
          <span className="visually-hidden">{t('audit.before')} </span>
          {words.value(before)}
        </del>
      )}{' '}
      {(after !== null || (before !== null && !removed)) && (
        <ins>
          <span className="visually-hidden">{t('audit.after')} </span>
          {words.value(after)}
        </ins>
      )}
    </>
  );
}
