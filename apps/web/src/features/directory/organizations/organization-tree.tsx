import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '../../../components/panel';
import { LoadingRows } from '../../../components/states';
import { organizationsQuery, useTenantSlug, type Organization } from '../use-directory';
import styles from './tree.module.css';

const SHOWN = 12;

/** Where an organization stands: the one above it and those below. */
export function OrganizationTree({ organization }: { organization: Organization }) {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const below = useQuery(organizationsQuery(tenant, { parentId: organization.id, limit: SHOWN, sort: 'name' }));
  const { id, name, parentId, parentName } = organization;
  const address = (to: string) => `/t/${tenant}/organizations/${to}`;
  const more = below.data ? below.data.total - below.data.items.length : 0;
  return (
    <Panel title={t('tree')}>
      <ul className={styles.tree}>
        {parentId && (
          <li>
            <Link to={address(parentId)}>{parentName}</Link>
          </li>
        )}
        <li data-level={parentId ? 1 : 0} aria-current="true">
          <b>{name}</b>
        </li>
        {below.data?.items.map((child) => (
          <li key={child.id} data-level={parentId ? 2 : 1}>
            <Link to={address(child.id)}>{child.name}</Link>
          </li>
        ))}
        {more > 0 && (
          <li data-level={parentId ? 2 : 1}>
            <Link to={`/t/${tenant}/organizations?parentId=${id}`}>{t('moreBelow', { count: more })}</Link>
          </li>
        )}
      </ul>
      {below.isPending && <LoadingRows rows={2} />}
      {below.data?.total === 0 && !parentId && <p className={styles.alone}>{t('standsAlone')}</p>}
    </Panel>
  );
}
