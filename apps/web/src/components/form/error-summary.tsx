import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { useProblemText } from '../feedback/problem-text';
import styles from './error-summary.module.css';
import type { AppForm } from './use-app-form';

/** Says how many things to correct, links to each field, and puts the focus on the first one after a refused attempt. */
export function ErrorSummary<T extends Record<string, unknown>>({ of }: { of: AppForm<T> }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const box = useRef<HTMLDivElement>(null);
  const fields = Object.entries(of.form.errors).filter(([, message]) => Boolean(message));
  const count = fields.length + of.others.length;
  const first = fields[0]?.[0];
  useEffect(() => {
    if (of.refusals === 0) return;
    if (first) focusField(of.id, first);
    else box.current?.focus();
    // Only a new attempt moves the focus; correcting a field must not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [of.refusals]);
  if (of.refusals === 0 || (count === 0 && !of.failure)) return null;
  const requestId = of.failure instanceof ApiProblem ? of.failure.requestId : undefined;
  return (
    <div className={styles.summary} role="alert" tabIndex={-1} ref={box}>
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        {count > 0 && <b>{t('form.summary', { count })}</b>}
        {of.failure && <b>{problemText(of.failure)}</b>}
        {count > 0 && (
          <ul>
            {fields.map(([path, message]) => (
              <li key={path}>
                <a href={`#${of.id}-${path}`} onClick={(event) => jump(event, of.id, path)}>
                  {message}
                </a>
              </li>
            ))}
            {of.others.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
        {requestId && <p>{t('problem.requestId', { id: requestId })}</p>}
      </div>
    </div>
  );
}

function focusField(formId: string, path: string): void {
  const field = document.getElementById(`${formId}-${path}`);
  const target = field?.matches('input, textarea, select, button')
    ? field
    : field?.querySelector<HTMLElement>('input, textarea, select, button');
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
}

function jump(event: MouseEvent, formId: string, path: string): void {
  event.preventDefault();
  focusField(formId, path);
}
