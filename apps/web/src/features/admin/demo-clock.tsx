import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../../components/feedback/notices';
import { DateField } from '../../components/form/date-field';
import { Panel } from '../../components/panel';
import { useFormats } from '../../i18n/format';
import styles from './admin.module.css';
import { useDemoClock, useMoveClock } from './use-demo';

const DAY = 86_400_000;
const STEPS = [1, 7, 30] as const;

/** The demo's clock: moving it ahead lets reminders and ends of access happen now. Shown only where it can be moved. */
export function DemoClock() {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  const notices = useNotices();
  const clock = useDemoClock();
  const [day, setDay] = useState<string | null>(null);
  const move = useMoveClock((handedOver) => notices.done(t(handedOver ? 'clock.moved' : 'clock.movedSlowly')));
  if (!clock.data) return null;
  const { now, offsetMs } = clock.data;
  const go = (to: string) => move.mutate(to, { onError: notices.failed });
  const plus = (days: number) => new Date(Date.parse(now) + days * DAY).toISOString();
  const ahead = Math.round(offsetMs / DAY);
  return (
    <Panel title={t('clock.title')}>
      <p className={styles.clock}>
        <time dateTime={now}>{formats.dateTime(now)}</time>
        <small>{ahead > 0 ? t('clock.ahead', { count: ahead }) : t('clock.real')}</small>
      </p>
      <p className={styles.help}>{t('clock.help')}</p>
      <Stack gap="sm">
        <Group gap="xs">
          {STEPS.map((days) => (
            <Button key={days} size="sm" variant="default" disabled={move.isPending} onClick={() => go(plus(days))}>
              {t('clock.later', { count: days })}
            </Button>
          ))}
        </Group>
        <Group gap="xs" align="end">
          <DateField label={t('clock.day')} value={day} onChange={setDay} minDate={now.slice(0, 10)} w={180} />
          <Button
            variant="default"
            loading={move.isPending}
            disabled={!day}
            onClick={() => day && go(`${day}${now.slice(10)}`)}
          >
            {t('clock.go')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
