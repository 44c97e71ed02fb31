import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { gapsQuery, useTenant, type Gap } from '../../api/readiness';
import { useNotices } from '../../components/feedback/notices';
import { Panel } from '../../components/panel';
import styles from './gaps.module.css';
import { useChangeGap } from './use-change-gap';

/** Gaps of the same round that must close before this one. */
export function GapBlockers({ gap }: { gap: Gap }) {
  const { t } = useTranslation('readiness');
  const { t: words } = useTranslation();
  const notices = useNotices();
  const tenant = useTenant();
  const others =
    useQuery(gapsQuery(tenant, { assessmentId: gap.assessmentId, current: 'true', limit: 200 })).data?.items ?? [];
  const change = useChangeGap(gap, () => notices.done(t('gap.blockerSaved')));
  const set = (blockedBy: string[]) => change.mutate({ blockedBy }, { onError: notices.failed });
  const mayChange = gap.allowed.includes('update');
  const blockers = others.filter(({ id }) => gap.blockedBy.includes(id));
  const free = others.filter(({ id }) => id !== gap.id && !gap.blockedBy.includes(id));
  return (
    <Panel title={t('gap.blockedBy')}>
      <p className={styles.text}>{t(blockers.length > 0 ? 'gap.blockedByHelp' : 'gap.blockedByNone')}</p>
      <ul className={styles.rows}>
        {blockers.map((item) => (
          <li key={item.id}>
            <Link to={`/t/${tenant}/gaps/${item.id}`}>
              <b>{item.indicatorCode}</b> {item.statement}
            </Link>
            {mayChange && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('gap.removeBlocker', { code: item.indicatorCode })}
                onClick={() => set(gap.blockedBy.filter((id) => id !== item.id))}
              >
                {words('action.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <Select
          label={t('gap.addBlocker')}
          searchable
          value={null}
          data={free.map((item) => ({ value: item.id, label: `${item.indicatorCode} ${item.statement}` }))}
          onChange={(id) => id && set([...gap.blockedBy, id])}
          disabled={change.isPending}
        />
      )}
    </Panel>
  );
}
