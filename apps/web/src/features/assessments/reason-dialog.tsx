import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ReasonDialogProps {
  step: 'return' | 'reopen' | string;
  onClose: () => void;
  onSend: (reason: string) => void;
}

/** Asks why before a step back; the reason stays in the history. */
export function ReasonDialog({ step, onClose, onSend }: ReasonDialogProps) {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState(false);
  const kind = step === 'return' ? 'return' : 'reopen';
  const send = () => (reason.trim() === '' ? setRefused(true) : onSend(reason.trim()));
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={t(`ask.${kind}.title`)}
      closeButtonProps={{ 'aria-label': words('action.close') }}
    >
      <Textarea
        label={t('ask.reason')}
        description={t(`ask.${kind}.body`)}
        required
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        value={reason}
        error={refused && reason.trim() === '' ? t('ask.reasonNeeded') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          {words('action.cancel')}
        </Button>
        <Button onClick={send}>{t(`step.${kind}`)}</Button>
      </Group>
    </Modal>
  );
}
