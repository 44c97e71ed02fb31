import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDots, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Facts } from '../../../components/facts';
import layout from '../../../components/layout.module.css';
import { PageHeader } from '../../../components/page-header';
import { Panel } from '../../../components/panel';
import { Loaded } from '../../../components/states';
import { StatusBadge } from '../../../components/status-badge';
import { useFormats } from '../../../i18n/format';
import { organizationQuery, useTenantSlug, type Organization } from '../use-directory';
import { useKinds } from '../use-kinds';
import styles from './organization-form.module.css';
import { OrganizationPartnerships } from './organization-partnerships';
import { OrganizationPeople } from './organization-people';
import { OrganizationTree } from './organization-tree';
import { useOrganizationMoves } from './use-organization-moves';

/** One organization: facts, ids, place in the tree, people and partnerships. */
export function OrganizationPage() {
  const { id = '' } = useParams();
  const query = useQuery(organizationQuery(useTenantSlug(), id));
  return <Loaded query={query}>{(organization) => <Record organization={organization} />}</Loaded>;
}

function Record({ organization }: { organization: Organization }) {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const { kindLabel } = useKinds();
  const place = [organization.city, organization.state].filter(Boolean).join(', ');
  return (
    <>
      <PageHeader
        title={organization.name}
        trail={[{ label: t('organizations'), to: `/t/${tenant}/organizations` }]}
        status={<StatusBadge status={organization.status} />}
        summary={[kindLabel(organization.kind), place].filter(Boolean).join(' · ')}
        actions={<Actions organization={organization} />}
      />
      <div className={layout.rail}>
        <div className={layout.stack}>
          <OrganizationPeople organizationId={organization.id} />
          <OrganizationPartnerships organizationId={organization.id} />
        </div>
        <div className={layout.stack}>
          <Panel title={t('facts')}>
            <OrganizationFacts organization={organization} />
          </Panel>
          <Panel title={t('externalIds')}>
            <ExternalIds organization={organization} />
          </Panel>
          <OrganizationTree organization={organization} />
        </div>
      </div>
    </>
  );
}

function OrganizationFacts({ organization: row }: { organization: Organization }) {
  const { t } = useTranslation('directory');
  const formats = useFormats();
  const { kindLabel, kindOf, systemLabel } = useKinds();
  const system = kindOf(row.kind)?.system;
  const address = [row.street, [row.city, row.state, row.zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return (
    <Facts
      items={[
        [t('kind'), kindLabel(row.kind)],
        [t('system'), system && systemLabel(system)],
        [t('region'), row.regionName],
        [t('address'), address],
        [t('county'), row.countyFips],
        [
          t('phone'),
          row.phone && (
            <a key="phone" href={`tel:${row.phone}`}>
              {row.phone}
            </a>
          ),
        ],
        [
          t('website'),
          row.website && (
            <a key="website" href={row.website}>
              {row.website.replace(/^https?:\/\//, '')}
            </a>
          ),
        ],
        [t('changedOn'), formats.date(row.updatedAt)],
      ]}
    />
  );
}

function ExternalIds({ organization }: { organization: Organization }) {
  const { t } = useTranslation('directory');
  if (organization.externalIds.length === 0) return <p className={styles.note}>{t('noExternalIds')}</p>;
  return <Facts items={organization.externalIds.map(({ scheme, value }) => [t(`scheme.${scheme}`), value])} />;
}

function Actions({ organization }: { organization: Organization }) {
  const { t } = useTranslation(['directory', 'common']);
  const moves = useOrganizationMoves(organization);
  const may = (action: string) => organization.allowed.includes(action);
  return (
    <>
      {may('update') && (
        <Button component={Link} to="edit" leftSection={<IconPencil size={17} aria-hidden />}>
          {t('common:action.edit')}
        </Button>
      )}
      {(may('close') || may('reopen') || may('delete')) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" aria-label={t('directory:more')} px="sm">
              <IconDots size={18} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {may('close') && <Menu.Item onClick={moves.close}>{t('directory:closeOrganization')}</Menu.Item>}
            {may('reopen') && <Menu.Item onClick={moves.reopen}>{t('directory:reopenOrganization')}</Menu.Item>}
            {may('delete') && (
              <Menu.Item onClick={() => void moves.remove()}>{t('directory:deleteOrganization')}</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
