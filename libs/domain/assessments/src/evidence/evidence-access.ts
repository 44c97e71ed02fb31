import type { Tx } from '@platform/database';
import type { FilePurpose } from '@platform/files';
import { Evidence, EvidenceIndicator } from './evidence.entity';

/** A file of evidence is read by those who may read the evidence. */
export const evidenceFiles: FilePurpose = {
  name: 'evidence',
  mayRead: async (tx, _actor, file) =>
    (await tx.readable(Evidence, 'e').where('e.fileId = :fileId', { fileId: file.id }).getCount()) > 0,
};

/** Changes of evidence may be shown in the audit log once the evidence is the partnership's. */
export async function revealEvidence(tx: Tx, ids: string[]): Promise<string[]> {
  const rows = await tx.rows(Evidence).find({ id: ids, sharing: 'partnership' });
  return rows.map(({ id }) => id);
}

/** What evidence supports is shown when the evidence is. */
export async function revealEvidenceIndicators(tx: Tx, ids: string[]): Promise<string[]> {
  const links = await tx.rows(EvidenceIndicator).find({ id: ids });
  const shown = new Set(
    await revealEvidence(
      tx,
      links.map(({ evidenceId }) => evidenceId),
    ),
  );
  return links.filter(({ evidenceId }) => shown.has(evidenceId)).map(({ id }) => id);
}
