import { Button } from '@mantine/core';
import { IconPencil, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import layout from '../../components/layout.module.css';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { Loaded } from '../../components/states';
import { EditPartnership } from './edit-partnership';
import { GoalsPanel } from './goals-panel';
import { MemberDialog } from './member-dialog';
import { MembersPanel } from './members-panel';
import { PartnershipFigures } from './partnership-figures';
import { PartnershipStatus } from '../../components/partnership-status';
import styles from './partnerships.module.css';
import { ResultsPanel } from './results-panel';
import { RoundsPanel } from './rounds-panel';
import { SystemsPanel } from './systems-panel';
import { partnershipQuery, useTenantSlug, type Member, type Partnership } from './use-partnerships';

/** A partnership: who belongs and who leads, who is missing, what it wants, and how far it is. */
export function PartnershipPage() {
  const { id = '' } = useParams();
  const query = useQuery(partnershipQuery(useTenantSlug(), id));
  return (
    <Loaded query={query} rows={10}>
      {(partnership) => <PartnershipRecord key={id} partnership={partnership} />}
    </Loaded>
  );
}

type Dialog = { kind: 'edit' } | { kind: 'member'; member?: Member } | null;

function PartnershipRecord({ partnership }: { partnership: Partnership }) {
  const { t } = useTranslation('partnerships');
  const [dialog, setDialog] = useState<Dialog>(null);
  const mayUpdate = partnership.allowed.includes('update');
  const editable = mayUpdate && partnership.status !== 'ended';
  const add = () => setDialog({ kind: 'member' });
  const close = () => setDialog(null);
  return (
    <>
      <PageHeader
        title={partnership.name}
        trail={[{ label: t('list.title'), to: `/t/${useTenantSlug()}/partnerships` }]}
        status={<PartnershipStatus status={partnership.status} />}
        summary={<Summary partnership={partnership} />}
        actions={mayUpdate && <Actions editable={editable} onEdit={() => setDialog({ kind: 'edit' })} onAdd={add} />}
      />
      {mayUpdate && !editable && <p className={styles.why}>{t('edit.endedWhy')}</p>}
      <div className={layout.stack}>
        <PartnershipFigures partnership={partnership} />
        <div className={layout.wideNarrow}>
          <div className={layout.stack}>
            <Vision text={partnership.vision} />
            <MembersPanel
              partnership={partnership}
              editable={editable}
              onAdd={add}
              onChange={(member) => setDialog({ kind: 'member', member })}
            />
            <GoalsPanel partnership={partnership} editable={editable} />
          </div>
          <div className={layout.stack}>
            <SystemsPanel partnership={partnership} editable={editable} onAdd={add} />
            <ResultsPanel partnership={partnership} />
            <RoundsPanel partnership={partnership} />
          </div>
        </div>
      </div>
      {dialog?.kind === 'edit' && <EditPartnership partnership={partnership} onClose={close} />}
      {dialog?.kind === 'member' && <MemberDialog partnership={partnership} member={dialog.member} onClose={close} />}
    </>
  );
}

function Actions({ editable, onEdit, onAdd }: { editable: boolean; onEdit: () => void; onAdd: () => void }) {
  const { t } = useTranslation('partnerships');
  return (
    <>
      <Button
        variant={editable ? 'default' : 'filled'}
        leftSection={<IconPencil size={17} aria-hidden />}
        onClick={onEdit}
      >
        {t('edit.open')}
      </Button>
      {editable && (
        <Button leftSection={<IconUserPlus size={17} aria-hidden />} onClick={onAdd}>
          {t('member.add')}
        </Button>
      )}
    </>
  );
}

function Summary({ partnership: { level, regionName } }: { partnership: Partnership }) {
  const { t } = useTranslation('partnerships');
  return (
    <>{regionName ? t('summary.region', { level: t(`level.${level}`), region: regionName }) : t(`level.${level}`)}</>
  );
}

function Vision({ text }: { text: string }) {
  const { t } = useTranslation('partnerships');
  return (
    <Panel title={t('field.vision')}>
      {text ? <p className={styles.vision}>{text}</p> : <p className={styles.text}>{t('field.noVision')}</p>}
    </Panel>
  );
}
