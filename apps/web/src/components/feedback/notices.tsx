import { Button, Group } from '@mantine/core';
import { notifications, Notifications } from '@mantine/notifications';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from './problem-text';

/** Says results: once in a toast that can carry Undo, and always in the status line for screen readers. */
export interface Notices {
  /** A result in one sentence. `undo` takes the step back. */
  done: (message: string, undo?: () => void) => void;
  /** Something did not work; says what to do. */
  failed: (error: Error) => void;
}

const NoticesContext = createContext<Notices | undefined>(undefined);

/** Place of the toasts and of the page's status line. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [line, setLine] = useState('');
  const show = useCallback(
    (message: string, look: { tone: 'good' | 'bad'; undo?: () => void }) => {
      setLine(message);
      const id = notifications.show({
        message: (
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <span>{message}</span>
            {look.undo && (
              <Button size="compact-sm" variant="default" onClick={() => (look.undo?.(), notifications.hide(id))}>
                {t('action.undo')}
              </Button>
            )}
          </Group>
        ),
        color: `var(--bw-${look.tone})`,
        autoClose: look.undo || look.tone === 'bad' ? 10_000 : 5_000,
        role: undefined,
        closeButtonProps: { 'aria-label': t('action.close') },
      });
    },
    [t],
  );
  const notices = useMemo<Notices>(
    () => ({
      done: (message, undo) => show(message, { tone: 'good', undo }),
      failed: (error) => show(problemText(error), { tone: 'bad' }),
    }),
    [show, problemText],
  );
  return (
    <NoticesContext.Provider value={notices}>
      {children}
      <Notifications position="top-center" limit={3} />
      <p role="status" className="visually-hidden">
        {line}
      </p>
    </NoticesContext.Provider>
  );
}

/** The notices of the page. */
export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('useNotices needs a NoticesProvider above it');
  return notices;
}
