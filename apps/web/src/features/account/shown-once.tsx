import { Button, CopyButton, Group, Modal } from '@mantine/core';
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ShownOnceProps {
  title: string;
  help: string;
  /** What is copied. */
  text: string;
  /** The words of the button that says it is kept. */
  kept: string;
  printable?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Something secret that is shown only now: to be copied or printed, then closed on purpose. */
export function ShownOnce({ title, help, text, kept, printable, onClose, children }: ShownOnceProps) {
  const { t } = useTranslation('account');
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <p>{help}</p>
      {children}
      <Group justify="space-between" gap="sm">
        <Group gap="xs">
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                onClick={copy}
                leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              >
                <span role="status">{t(copied ? 'copied' : 'copy')}</span>
              </Button>
            )}
          </CopyButton>
          {printable && (
            <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
              {t('print')}
            </Button>
          )}
        </Group>
        <Button onClick={onClose}>{kept}</Button>
      </Group>
    </Modal>
  );
}
