import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { NoAccessPage } from '../../../components/state-pages';
import { PageHeader } from '../../../components/page-header';
import { Loaded } from '../../../components/states';
import { organizationQuery, useTenantSlug } from '../use-directory';
import { useMay } from '../use-may';
import { OrganizationForm } from './organization-form';

/** Makes a new organization. */
export function NewOrganizationPage() {
  const { t } = useTranslation('directory');
  if (!useMay().addOrganizations) return <NoAccessPage />;
  return (
    <>
      <PageHeader
        title={t('newOrganization')}
        trail={[{ label: t('organizations'), to: '../organizations' }]}
        summary={t('newOrganizationHelp')}
      />
      <OrganizationForm />
    </>
  );
}

/** Changes an organization. */
export function EditOrganizationPage() {
  const { t } = useTranslation('directory');
  const { id = '' } = useParams();
  const tenant = useTenantSlug();
  const query = useQuery({ ...organizationQuery(tenant, id), refetchOnWindowFocus: false });
  return (
    <Loaded query={query}>
      {(organization) => (
        <>
          <PageHeader
            title={t('editOrganization', { name: organization.name })}
            trail={[
              { label: t('organizations'), to: `/t/${tenant}/organizations` },
              { label: organization.name, to: `/t/${tenant}/organizations/${id}` },
            ]}
          />
          <OrganizationForm organization={organization} />
        </>
      )}
    </Loaded>
  );
}
