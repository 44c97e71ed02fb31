import { Button, Group, Modal, Text } from '@mantine/core';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A step that cannot be taken back: what it does, in words, and the verb on its button. */
export interface Question {
  title: string;
  /** What happens, and what can no longer be changed afterwards. */
  body: ReactNode;
  confirm: string;
  tone?: 'plain' | 'bad';
}

type Ask = (question: Question) => Promise<boolean>;
interface Open {
  question: Question;
  answer: (yes: boolean) => void;
}

const ConfirmContext = createContext<Ask | undefined>(undefined);

/** Holds the confirm dialog of the page. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<Open | null>(null);
  const [shown, setShown] = useState(false);
  const ask = useCallback<Ask>((question) => {
    setShown(true);
    return new Promise((answer) => setOpen({ question, answer }));
  }, []);
  const close = (yes: boolean) => {
    open?.answer(yes);
    setShown(false);
  };
  return (
    <ConfirmContext.Provider value={ask}>
      {children}
      {open && <ConfirmDialog question={open.question} opened={shown} onClose={close} />}
    </ConfirmContext.Provider>
  );
}

function ConfirmDialog({
  question,
  opened,
  onClose,
}: {
  question: Question;
  opened: boolean;
  onClose: (yes: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={() => onClose(false)}
      title={question.title}
      centered
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Text component="div" size="sm">
        {question.body}
      </Text>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={() => onClose(false)} data-autofocus>
          {t('action.cancel')}
        </Button>
        <Button color={question.tone === 'bad' ? 'red.9' : undefined} onClick={() => onClose(true)}>
          {question.confirm}
        </Button>
      </Group>
    </Modal>
  );
}

/** Asks before a step that cannot be taken back; resolves to the person's answer. */
export function useConfirm(): Ask {
  const ask = useContext(ConfirmContext);
  if (!ask) throw new Error('useConfirm needs a ConfirmProvider above it');
  return ask;
}
