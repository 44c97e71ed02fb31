import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ListSearch } from '../../../components/list/list-search';
import { RecordList } from '../../../components/list/record-list';
import { useListState } from '../../../components/list/use-list-state';
import { PageHeader } from '../../../components/page-header';
import { Panel } from '../../../components/panel';
import { EmptyState } from '../../../components/states';
import { InvitationList } from '../invitations/invitation-list';
import { InviteDialog } from '../invitations/invite-dialog';
import { peopleQuery, useTenantSlug } from '../use-directory';
import { useMay } from '../use-may';
import { usePeopleColumns } from './people-columns';
import { usePeopleFilters } from './people-filters';

/** People and their roles, and the invitations that are on their way. */
export function PeoplePage() {
  const { t } = useTranslation('directory');
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const [inviting, setInviting] = useState(false);
  const tab = params.get('show') === 'invitations' && may.invite ? 'invitations' : 'people';
  return (
    <>
      <PageHeader
        title={t('peopleTitle')}
        summary={t('peopleSummary')}
        actions={
          may.invite && (
            <Button leftSection={<IconUserPlus size={17} aria-hidden />} onClick={() => setInviting(true)}>
              {t('invite')}
            </Button>
          )
        }
        tabs={
          may.invite && (
            <Tabs
              value={tab}
              onChange={(next) => setParams(next === 'invitations' ? { show: 'invitations' } : {}, { replace: true })}
            >
              <Tabs.List>
                <Tabs.Tab value="people">{t('people')}</Tabs.Tab>
                <Tabs.Tab value="invitations">{t('invitations')}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="people">{null}</Tabs.Panel>
              <Tabs.Panel value="invitations">{null}</Tabs.Panel>
            </Tabs>
          )
        }
      />
      {tab === 'people' ? <PeopleList /> : <InvitationList />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}

function PeopleList() {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const list = useListState({ filters: usePeopleFilters(), sort: 'displayName' });
  const query = useQuery(peopleQuery(tenant, list.query));
  return (
    <Panel title={t('allPeople')} flush aside={<ListSearch list={list} label={t('searchPeople')} />}>
      <RecordList
        caption={t('people')}
        list={list}
        query={query}
        columns={usePeopleColumns()}
        rowKey={(row) => row.id}
        rowName={(row) => row.displayName}
        exportFrom={`/api/v1/t/${tenant}/people`}
        empty={
          <EmptyState title={t('noPeople')} why={t('noPeopleWhy')} picture={<IconUsers size={44} stroke={1.3} />} />
        }
      />
    </Panel>
  );
}
