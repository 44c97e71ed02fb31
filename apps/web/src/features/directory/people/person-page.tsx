import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Facts } from '../../../components/facts';
import layout from '../../../components/layout.module.css';
import { PageHeader } from '../../../components/page-header';
import { Panel } from '../../../components/panel';
import { RuleNotice } from '../../../components/rule-notice';
import { Loaded } from '../../../components/states';
import { useFormats } from '../../../i18n/format';
import { GrantsPanel } from '../access/grants-panel';
import { personQuery, useTenantSlug, type Person } from '../use-directory';
import { EditPersonDialog } from './edit-person-dialog';
import { MembershipsPanel } from './memberships-panel';
import { PersonStatus } from './person-status';
import { usePersonMoves } from './use-person-moves';

/** One person: organizations, roles with their scope and end, and whether they may come in at all. */
export function PersonPage() {
  const { id = '' } = useParams();
  const query = useQuery(personQuery(useTenantSlug(), id));
  return <Loaded query={query}>{(person) => <Record person={person} />}</Loaded>;
}

function Record({ person }: { person: Person }) {
  const { t } = useTranslation(['directory', 'common']);
  const tenant = useTenantSlug();
  const formats = useFormats();
  const [editing, { open, close }] = useDisclosure();
  const moves = usePersonMoves(person);
  const actions = (
    <>
      {person.allowed.includes('update') && (
        <Button variant="default" leftSection={<IconPencil size={17} aria-hidden />} onClick={open}>
          {t('common:action.edit')}
        </Button>
      )}
      {person.allowed.includes('deactivate') && (
        <Button variant="default" onClick={() => void moves.deactivate()}>
          {t('directory:deactivate')}
        </Button>
      )}
      {person.allowed.includes('reactivate') && <Button onClick={moves.reactivate}>{t('directory:reactivate')}</Button>}
    </>
  );
  return (
    <>
      <PageHeader
        title={person.displayName}
        trail={[{ label: t('directory:peopleTitle'), to: `/t/${tenant}/people` }]}
        status={<PersonStatus status={person.status} />}
        summary={formats.list(person.organizations.map(({ name }) => name)) || t('directory:noOrganization')}
        actions={actions}
      />
      <div className={layout.rail}>
        <div className={layout.stack}>
          {person.status === 'deactivated' && (
            <RuleNotice severity="inform" name={t('directory:deactivatedTitle')}>
              {t('directory:deactivatedHelp')}
            </RuleNotice>
          )}
          <GrantsPanel person={person} />
          <MembershipsPanel person={person} />
        </div>
        <Panel title={t('directory:facts')}>
          <PersonFacts person={person} />
        </Panel>
      </div>
      {editing && <EditPersonDialog person={person} onClose={close} />}
    </>
  );
}

function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation('directory');
  return (
    <Facts
      items={[
        [
          t('email'),
          <a key="email" href={`mailto:${person.email}`}>
            {person.email}
          </a>,
        ],
        [
          t('phone'),
          person.phone && (
            <a key="phone" href={`tel:${person.phone}`}>
              {person.phone}
            </a>
          ),
        ],
        [t('login'), t(person.hasLogin ? 'hasLogin' : 'noLogin')],
      ]}
    />
  );
}
