import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOT_APPLICABLE } from '../scale';
import type { IndicatorAnswer } from './indicator-card';

interface AnswerTextProps {
  answer: IndicatorAnswer;
  onChange: (answer: IndicatorAnswer) => void;
  disabled?: boolean;
}

/** Note of an answer; for "not applicable" the reason, which is needed before it counts. */
export function AnswerText({ answer, onChange, disabled }: AnswerTextProps) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(false);
  if (answer.rating !== NOT_APPLICABLE)
    return (
      <Textarea
        label={t('indicator.note')}
        description={t('indicator.noteHelp')}
        autosize
        minRows={1}
        maxLength={4000}
        disabled={disabled}
        value={answer.note}
        onChange={(event) => onChange({ ...answer, note: event.currentTarget.value })}
      />
    );
  return (
    <Textarea
      label={t('indicator.reason')}
      description={t('indicator.reasonHelp')}
      required
      autosize
      minRows={1}
      maxLength={1000}
      disabled={disabled}
      error={left && answer.reason.trim() === '' ? t('indicator.reasonMissing') : undefined}
      value={answer.reason}
      onBlur={() => setLeft(true)}
      onChange={(event) => onChange({ ...answer, reason: event.currentTarget.value })}
    />
  );
}
