import { Injectable } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { Organization } from './organization.entity';
import { Region } from './region.entity';

/** What other modules show of an organization. */
export interface OrganizationCard {
  id: string;
  name: string;
  kind: string;
}

/** Answers other modules' narrow questions about organizations and regions. */
@Injectable()
export class OrganizationLookup {
  /** Cards by id; unknown ids are left out. */
  async cards(tx: Tx, ids: string[]): Promise<Map<string, OrganizationCard>> {
    const rows = ids.length > 0 ? await tx.rows(Organization).find({ id: [...new Set(ids)] }) : [];
    return new Map(rows.map(({ id, name, kind }) => [id, { id, name, kind }]));
  }

  /** Whether an organization with this id exists in the tenant. */
  async exists(tx: Tx, id: string): Promise<boolean> {
    return (await this.cards(tx, [id])).size === 1;
  }

  /** Names of regions by id. */
  async regionNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
    const rows = ids.length > 0 ? await tx.rows(Region).find({ id: [...new Set(ids)] }) : [];
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
