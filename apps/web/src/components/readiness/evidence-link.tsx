import { IconFileText, IconLink, IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTenant } from '../../api/readiness';
import styles from './evidence-link.module.css';

/** What is needed to show a piece of evidence. */
export interface EvidenceItem {
  title: string;
  kind?: string;
  url?: string | null;
  fileId?: string | null;
  periodTo?: string | null;
}

const KINDS = ['self_report', 'document', 'data'] as const;

/** A piece of evidence: its title leads to the link or the file; its kind is said in words. */
export function EvidenceLink({ evidence }: { evidence: EvidenceItem }) {
  const { t } = useTranslation('readiness');
  const tenant = useTenant();
  const { title, url, fileId } = evidence;
  const kind = KINDS.find((known) => known === evidence.kind);
  const IconShape = fileId ? IconFileText : url ? IconLink : IconMessage;
  return (
    <span className={styles.evidence}>
      <IconShape size={15} stroke={1.7} aria-hidden />
      {fileId && (
        <a href={`/api/v1/t/${tenant}/files/${fileId}/content`} download>
          {title}
        </a>
      )}
      {!fileId && url && (
        <a href={url} target="_blank" rel="noreferrer">
          {title}
          <span className="visually-hidden"> {t('evidence.newTab')}</span>
        </a>
      )}
      {!fileId && !url && <span>{title}</span>}
      {kind && <span className={styles.kind}>{t(`evidence.${kind}`)}</span>}
    </span>
  );
}
