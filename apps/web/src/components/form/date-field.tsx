import { DateInput, type DateInputProps } from '@mantine/dates';
import { useTranslation } from 'react-i18next';

/** A day, typed or picked; the value is `YYYY-MM-DD` or null. */
export function DateField(props: DateInputProps) {
  const { t, i18n } = useTranslation();
  return (
    <DateInput
      valueFormat="MM/DD/YYYY"
      placeholder={t('form.dateFormat')}
      locale={i18n.language}
      previousLabel={t('form.previousMonth')}
      nextLabel={t('form.nextMonth')}
      firstDayOfWeek={0}
      weekendDays={[]}
      hideOutsideDates
      clearable
      clearButtonProps={{ 'aria-label': t('form.clearDate') }}
      popoverProps={{ withRoles: false, withinPortal: false }}
      {...props}
    />
  );
}
