import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AppForm } from '../../../components/form/use-app-form';
import { useKinds } from '../use-kinds';
import styles from './organization-form.module.css';
import type { OrganizationValues } from './organization-values';

/** Ids in public registers, each with the form it must have. */
export function ExternalIdFields({ of }: { of: AppForm<OrganizationValues> }) {
  const { t } = useTranslation('directory');
  const { kindOf } = useKinds();
  const { externalIds, kind } = of.form.values;
  const registers = kindOf(kind)?.externalIds ?? [];
  if (registers.length === 0) return <p className={styles.note}>{t(kind ? 'noRegisters' : 'kindFirst')}</p>;
  return (
    <div className={styles.ids}>
      {externalIds.map(({ scheme }, index) => (
        <div key={index} className={styles.id}>
          <Select
            label={t('register')}
            data={registers.map((register) => ({ value: register.scheme, label: t(`scheme.${register.scheme}`) }))}
            allowDeselect={false}
            {...of.field(`externalIds.${index}.scheme`)}
          />
          <TextInput
            label={t('idValue')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={registers.find((register) => register.scheme === scheme)?.expected}
            {...of.field(`externalIds.${index}.value`)}
          />
          <Button
            variant="default"
            aria-label={t('removeId', { number: index + 1 })}
            px="sm"
            onClick={() => of.form.removeListItem('externalIds', index)}
          >
            <IconTrash size={17} aria-hidden />
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-md"
        style={{ justifySelf: 'start' }}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => of.form.insertListItem('externalIds', { scheme: registers[0]!.scheme, value: '' })}
      >
        {t('addId')}
      </Button>
    </div>
  );
}
