import { Button, Group, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useConfirm } from '../../../components/feedback/confirm';
import { useNotices } from '../../../components/feedback/notices';
import { KeyFigure, KeyFigures } from '../../../components/key-figure';
import layout from '../../../components/layout.module.css';
import { PageHeader } from '../../../components/page-header';
import { Panel } from '../../../components/panel';
import { RuleNotice } from '../../../components/rule-notice';
import { Loaded } from '../../../components/states';
import { useFormats } from '../../../i18n/format';
import { useTenantSlug } from '../use-directory';
import { ImportProblems } from './import-problems';
import { ImportRows } from './import-rows';
import { ImportStatus } from './import-status';
import { formatLabel } from './imports-page';
import styles from './imports.module.css';
import { importQuery, useApply, useDiscard, type ImportRun } from './use-imports';

/** One import: what it would do, what is wrong in the list, what a person must decide; then its progress and result. */
export function ImportPage() {
  const { id = '' } = useParams();
  const query = useQuery(importQuery(useTenantSlug(), id));
  return <Loaded query={query}>{(run) => <Record run={run} />}</Loaded>;
}

function Record({ run }: { run: ImportRun }) {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const formats = useFormats();
  const summary = [
    formatLabel(t, run.format),
    t('rowCount', { count: run.rowCount, number: formats.number(run.rowCount) }),
    formats.dateTime(run.createdAt),
    run.encoding,
  ];
  return (
    <>
      <PageHeader
        title={run.fileName}
        trail={[
          { label: t('organizations'), to: `/t/${tenant}/organizations` },
          { label: t('imports'), to: `/t/${tenant}/imports` },
        ]}
        status={<ImportStatus status={run.status} />}
        summary={summary.filter(Boolean).join(' · ')}
        actions={<Actions run={run} />}
      />
      <div className={layout.stack}>
        <StateOf run={run} />
        <Counts run={run} />
        <ImportProblems run={run} />
        <ImportRows run={run} />
      </div>
    </>
  );
}

/** What happens now or has happened, in one notice. */
function StateOf({ run }: { run: ImportRun }) {
  const { t } = useTranslation('directory');
  if (run.status === 'applying')
    return (
      <Panel title={t('applying')}>
        <div className={styles.applying} role="status">
          <Progress value={100} animated aria-label={t('applying')} />
          <p className={styles.help}>{t('applyingHelp')}</p>
        </div>
      </Panel>
    );
  if (run.status === 'failed')
    return (
      <RuleNotice severity="block" name={t('importFailed')}>
        {run.failure} {t('importFailedHelp')}
      </RuleNotice>
    );
  if (run.status === 'done')
    return (
      <RuleNotice severity="inform" name={t('importDone')}>
        {t('importDoneHelp')}
      </RuleNotice>
    );
  const open = run.counts.duplicate + run.counts.conflict;
  return open > 0 ? (
    <RuleNotice severity="warn" name={t('decideTitle', { count: open })}>
      {t('decideHelp')}
    </RuleNotice>
  ) : null;
}

function Counts({ run: { counts, status } }: { run: ImportRun }) {
  const { t } = useTranslation('directory');
  const formats = useFormats();
  const open = counts.duplicate + counts.conflict;
  return (
    <KeyFigures>
      <KeyFigure
        label={t(status === 'done' ? 'countCreated' : 'countCreate')}
        value={formats.number(counts.create)}
        tone="good"
      />
      <KeyFigure label={t(status === 'done' ? 'countUpdated' : 'countUpdate')} value={formats.number(counts.update)} />
      <KeyFigure label={t('countUnchanged')} value={formats.number(counts.unchanged)} />
      <KeyFigure label={t('countDecide')} value={formats.number(open)} tone={open > 0 ? 'warn' : 'plain'} />
      <KeyFigure
        label={t('countLeftOut')}
        value={formats.number(counts.skipped + counts.refused)}
        note={counts.refused > 0 ? t('countRefused', { count: counts.refused }) : undefined}
        tone={counts.refused > 0 ? 'bad' : 'plain'}
      />
    </KeyFigures>
  );
}

function Actions({ run }: { run: ImportRun }) {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const notices = useNotices();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const apply = useApply(run.id);
  const discard = useDiscard();
  const count = run.counts.create + run.counts.update;
  if (run.status === 'done')
    return (
      <Button component={Link} to={`/t/${tenant}/organizations`}>
        {t('seeOrganizations')}
      </Button>
    );
  const confirmed = async () => {
    const question = { title: t('applyTitle', { count }), body: t('applyBody'), confirm: t('apply') };
    if (await confirm(question)) apply.mutate(undefined, { onError: notices.failed });
  };
  const thrownAway = () => {
    notices.done(t('discarded', { name: run.fileName }));
    void navigate(`/t/${tenant}/imports`);
  };
  return (
    <Group gap="xs">
      {run.allowed.includes('delete') && (
        <Button
          variant="default"
          loading={discard.isPending}
          onClick={() => discard.mutate(run, { onSuccess: thrownAway, onError: notices.failed })}
        >
          {t('discard')}
        </Button>
      )}
      {run.allowed.includes('apply') && (
        <Button loading={apply.isPending} onClick={() => void confirmed()}>
          {t('apply')}
        </Button>
      )}
    </Group>
  );
}
