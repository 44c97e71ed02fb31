import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../api/client';
import { targetsQuery, useTenant, type Instrument, type Round, type Target } from '../../api/readiness';
import { useWrite } from '../../api/use-write';
import { useNotices } from '../../components/feedback/notices';
import { Panel } from '../../components/panel';
import { elementsInScope, scaleOf, type PlacedIndicator, indicatorsOf } from '../../components/readiness/instrument';
import { Loaded } from '../../components/states';
import styles from './results.module.css';

interface TargetsEditorProps {
  round: Round;
  instrument: Instrument;
  onClose: () => void;
}

/** Level aimed at for each indicator; after the lock a changed target changes the gap. */
export function TargetsEditor({ round, instrument, onClose }: TargetsEditorProps) {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation();
  const query = useQuery(targetsQuery(useTenant(), round.id));
  const elements = elementsInScope(instrument, round);
  const [elementKey, setElement] = useState(elements[0]?.key ?? '');
  const element = elements.find(({ key }) => key === elementKey);
  return (
    <Panel
      title={t('targets.title')}
      aside={
        <Button size="compact-sm" variant="subtle" onClick={onClose}>
          {words('action.close')}
        </Button>
      }
    >
      <p className={styles.text}>{t(round.lockedAt ? 'targets.helpLocked' : 'targets.help')}</p>
      <Select
        label={t('targets.element')}
        maw={420}
        allowDeselect={false}
        data={elements.map(({ key, number, title }) => ({ value: key, label: `${number}. ${title}` }))}
        value={elementKey}
        onChange={(key) => setElement(key ?? '')}
      />
      <Loaded query={query} rows={4}>
        {({ items }) => (
          <ul className={styles.targets}>
            {element &&
              indicatorsOf([element]).map((indicator) => (
                <TargetRow
                  key={indicator.key}
                  round={round}
                  instrument={instrument}
                  indicator={indicator}
                  target={items.find(({ indicatorKey }) => indicatorKey === indicator.key)}
                />
              ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

interface TargetRowProps {
  round: Round;
  instrument: Instrument;
  indicator: PlacedIndicator;
  target: Target | undefined;
}

function TargetRow({ round, instrument, indicator, target }: TargetRowProps) {
  const { t } = useTranslation('assessments');
  const change = useSetTarget(round, indicator, target);
  const isDefault = target?.isDefault ?? true;
  return (
    <li>
      <span>
        <b>{indicator.code}</b> {indicator.statement}
        <small>{t(isDefault ? 'targets.isDefault' : 'targets.own')}</small>
      </span>
      <Select
        aria-label={t('targets.of', { code: indicator.code })}
        w={190}
        flex="none"
        allowDeselect={false}
        disabled={change.isPending}
        data={scaleOf(instrument).map(({ key, value, label }) => ({ value: key, label: `${value} ${label}` }))}
        value={target?.level ?? null}
        onChange={(level) => level && change.go(level)}
      />
    </li>
  );
}

function useSetTarget(round: Round, indicator: PlacedIndicator, target: Target | undefined) {
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const notices = useNotices();
  const write = useWrite(
    (level: string) => {
      const header: Record<string, string> = target?.version ? ifMatch(target.version) : { 'If-None-Match': '*' };
      return unwrap(
        api.PUT('/api/v1/t/{tenant}/assessments/{id}/targets/{indicatorKey}', {
          params: { path: { tenant, id: round.id, indicatorKey: indicator.key }, header },
          body: { level },
        }),
      );
    },
    {
      refresh: ['targets', 'results', 'gaps', 'gap', 'heat-map', 'caseload'].map((key) => [key, tenant]),
      onSuccess: () => notices.done(t('targets.saved', { code: indicator.code })),
    },
  );
  return { isPending: write.isPending, go: (level: string) => write.mutate(level, { onError: notices.failed }) };
}
