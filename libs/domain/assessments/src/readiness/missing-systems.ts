import { type MemberKind, systemCoverage } from '@domain/partnerships';
import type { Tx } from '@platform/database';

interface MemberRow extends MemberKind {
  partnership_id: string;
}

/** Keys of the systems of a complete team without a member today, by partnership. */
export async function missingSystems(
  tx: Tx,
  partnerships: { id: string; level: 'state' | 'local' }[],
  today: string,
): Promise<Map<string, string[]>> {
  const rows = await tx.query<MemberRow>(
    `select m.partnership_id, o.name, o.kind from partnership_member m
     join organization o on o.tenant_id = m.tenant_id and o.id = m.organization_id
     where m.tenant_id = $1 and m.partnership_id = any($2)
       and m.starts_on <= $3 and (m.ends_on is null or m.ends_on >= $3)`,
    [tx.tenantId, partnerships.map(({ id }) => id), today],
  );
  return new Map(
    partnerships.map(({ id, level }) => {
      const members = rows.filter((row) => row.partnership_id === id);
      const missing = systemCoverage(level, members).filter(({ organizations }) => organizations.length === 0);
      return [id, missing.map(({ system }) => system)];
    }),
  );
}
