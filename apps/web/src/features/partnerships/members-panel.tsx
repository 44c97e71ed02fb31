import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconFlag, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKindLabel } from '../../api/kinds';
import { NameCell, SubLine } from '../../components/cell';
import { DataTable, type Column } from '../../components/list/data-table';
import { Panel } from '../../components/panel';
import { RuleNotice } from '../../components/rule-notice';
import { EmptyState } from '../../components/states';
import { StatusBadge } from '../../components/status-badge';
import { useFormats } from '../../i18n/format';
import { inOrder, leadOf, timeOf } from './members';
import styles from './partnerships.module.css';
import { useMemberSteps } from './use-member-steps';
import { useTenantSlug, type Member, type Partnership } from './use-partnerships';

interface MembersPanelProps {
  partnership: Partnership;
  /** Whether this person may change members now. */
  editable: boolean;
  onAdd: () => void;
  onChange: (member: Member) => void;
}

/** Who belongs to the partnership, the leading organization first and large. */
export function MembersPanel({ partnership, editable, onAdd, onChange }: MembersPanelProps) {
  const { t } = useTranslation('partnerships');
  const today = useFormats().today();
  const lead = leadOf(partnership.members, today);
  const columns = useColumns(partnership, editable, onChange);
  const add = editable && (
    <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} aria-hidden />} onClick={onAdd}>
      {t('member.add')}
    </Button>
  );
  return (
    <Panel title={t('member.title')} flush aside={add}>
      {partnership.members.length === 0 ? (
        <EmptyState title={t('member.emptyTitle')} why={t('member.emptyWhy')} action={add || undefined} />
      ) : (
        <>
          <Lead lead={lead}>
            {lead && editable && <MemberMenu partnership={partnership} member={lead} onChange={() => onChange(lead)} />}
          </Lead>
          <DataTable
            caption={t('member.title')}
            columns={columns}
            rows={inOrder(partnership.members, today).filter(({ id }) => id !== lead?.id)}
            rowKey={({ id }) => id}
            dense
          />
        </>
      )}
    </Panel>
  );
}

function Lead({ lead, children }: { lead: Member | undefined; children: ReactNode }) {
  const { t } = useTranslation('partnerships');
  const tenant = useTenantSlug();
  const formats = useFormats();
  const kindLabel = useKindLabel();
  if (!lead)
    return (
      <div className={styles.noLead}>
        <RuleNotice severity="warn" name={t('lead.missing')}>
          {t('lead.missingWhy')}
        </RuleNotice>
      </div>
    );
  return (
    <div className={styles.lead}>
      <IconFlag size={22} stroke={1.7} aria-hidden />
      <div>
        <p className={styles.leadWord}>{t(`lead.${lead.role === 'intermediary' ? 'intermediary' : 'lead_agency'}`)}</p>
        <Link to={`/t/${tenant}/organizations/${lead.organizationId}`}>{lead.organizationName}</Link>
        <SubLine>
          {kindLabel(lead.organizationKind)} · {t('member.since', { date: formats.date(lead.startsOn) })}
        </SubLine>
      </div>
      {children}
    </div>
  );
}

function useColumns(partnership: Partnership, editable: boolean, onChange: (member: Member) => void): Column<Member>[] {
  const { t } = useTranslation('partnerships');
  const tenant = useTenantSlug();
  const kindLabel = useKindLabel();
  const columns: Column<Member>[] = [
    {
      key: 'name',
      title: t('member.organization'),
      header: true,
      cell: ({ organizationId, organizationName, organizationKind }) => (
        <NameCell
          name={organizationName}
          to={`/t/${tenant}/organizations/${organizationId}`}
          sub={kindLabel(organizationKind)}
        />
      ),
    },
    { key: 'role', title: t('member.role'), phone: 'label', cell: ({ role }) => t(`role.${role}`) },
    { key: 'days', title: t('member.days'), phone: 'label', cell: (member) => <Days member={member} /> },
  ];
  const menu: Column<Member> = {
    key: 'menu',
    title: t('member.actions'),
    align: 'right',
    width: 90,
    cell: (member) => <MemberMenu partnership={partnership} member={member} onChange={() => onChange(member)} />,
  };
  return editable ? [...columns, menu] : columns;
}

function Days({ member }: { member: Member }) {
  const { t } = useTranslation('partnerships');
  const formats = useFormats();
  const { startsOn, endsOn } = member;
  const time = timeOf(member, formats.today());
  if (time === 'past')
    return <StatusBadge status="inactive" label={t('member.left', { date: formats.date(endsOn!) })} quiet />;
  if (time === 'future')
    return <StatusBadge status="planned" label={t('member.from', { date: formats.date(startsOn) })} quiet />;
  return (
    <>
      <span className={styles.days}>{t('member.since', { date: formats.date(startsOn) })}</span>
      {endsOn && <SubLine>{t('member.until', { date: formats.date(endsOn) })}</SubLine>}
    </>
  );
}

function MemberMenu({
  partnership,
  member,
  onChange,
}: {
  partnership: Partnership;
  member: Member;
  onChange: () => void;
}) {
  const { t } = useTranslation('partnerships');
  const today = useFormats().today();
  const steps = useMemberSteps(partnership.id);
  const mayEnd = timeOf(member, today) === 'present' && member.endsOn !== today;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray.7"
          size="lg"
          aria-label={t('member.actionsFor', { name: member.organizationName })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onChange}>{t('member.change')}</Menu.Item>
        {mayEnd && <Menu.Item onClick={() => steps.end(member)}>{t('member.end')}</Menu.Item>}
        <Menu.Item onClick={() => steps.remove(member)}>{t('member.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
