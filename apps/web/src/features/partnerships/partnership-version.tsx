import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts';
import type { PartnershipValues } from './edit-partnership';

interface PartnershipVersionProps {
  values: PartnershipValues;
  regions: { id: string; name: string }[];
}

/** One version of a partnership's own facts, for choosing between two. */
export function PartnershipVersion({ values, regions }: PartnershipVersionProps) {
  const { t } = useTranslation('partnerships');
  return (
    <Facts
      items={[
        [t('field.name'), values.name],
        [t('field.region'), regions.find(({ id }) => id === values.regionId)?.name ?? t('list.noRegion')],
        [t('field.status'), t(`status.${values.status}`)],
        [t('field.vision'), values.vision || t('field.noVision')],
      ]}
    />
  );
}
