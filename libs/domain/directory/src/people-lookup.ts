import { Injectable } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { Membership, Person } from './person.entity';

/** Answers other modules' narrow questions about people. */
@Injectable()
export class PeopleLookup {
  /** Names by id; unknown ids are left out. */
  async names(tx: Tx, ids: (string | null)[]): Promise<Map<string, string>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    const rows = wanted.length > 0 ? await tx.rows(Person).find({ id: wanted }) : [];
    return new Map(rows.map(({ id, displayName }) => [id, displayName]));
  }

  /** Whether the tenant has this person and has not deactivated them. */
  async isPresent(tx: Tx, personId: string): Promise<boolean> {
    const [person] = await tx.rows(Person).find({ id: personId });
    return person !== undefined && person.status !== 'deactivated';
  }

  /** Whether the person works for the organization on a day (ISO date). */
  async worksFor(tx: Tx, personId: string, organizationId: string, day: string): Promise<boolean> {
    const rows = await tx.rows(Membership).find({ personId, organizationId });
    return rows.some((row) => row.startsOn <= day && (row.endsOn === null || row.endsOn >= day));
  }
}
