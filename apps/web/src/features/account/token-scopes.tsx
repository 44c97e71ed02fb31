import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';

const ACTIONS = ['read', 'write'] as const;
const COLLECTIONS = [
  '*',
  'organizations',
  'regions',
  'people',
  'memberships',
  'access-grants',
  'invitations',
  'imports',
  'partnerships',
  'assessments',
  'gaps',
  'evidence',
  'files',
  'settings',
  'audit-events',
] as const;

interface TokenScopesProps {
  id: string;
  value: string[];
  error?: string;
  onChange: (scopes: string[]) => void;
}

/** Rights of a key: reading and changing, record by record. Changing includes reading only where that is chosen too. */
export function TokenScopes({ id, value, error, onChange }: TokenScopesProps) {
  const { t } = useTranslation('account');
  return (
    <Checkbox.Group
      id={id}
      label={t('tokenScopes')}
      description={t('tokenScopesHelp')}
      value={value}
      onChange={onChange}
      error={error}
    >
      <table className={styles.scopes}>
        <thead>
          <tr>
            <th scope="col">{t('collection')}</th>
            {ACTIONS.map((action) => (
              <th key={action} scope="col">
                {t(action)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {COLLECTIONS.map((collection) => (
            <ScopeRow key={collection} collection={collection} all={value} />
          ))}
        </tbody>
      </table>
    </Checkbox.Group>
  );
}

function ScopeRow({ collection, all }: { collection: (typeof COLLECTIONS)[number]; all: string[] }) {
  const { t } = useTranslation('account');
  const name = t(`collections.${collection}`);
  return (
    <tr>
      <th scope="row">{name}</th>
      {ACTIONS.map((action) => (
        <td key={action}>
          <Checkbox
            value={`${collection}:${action}`}
            aria-label={t('scopeOf', { collection: name, action: t(action) })}
            disabled={collection !== '*' && all.includes(`*:${action}`)}
          />
        </td>
      ))}
    </tr>
  );
}
