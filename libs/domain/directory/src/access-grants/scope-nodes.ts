import { Injectable } from '@nestjs/common';
import type { GrantScope } from '@platform/context';
import type { Tx } from '@platform/database';
import { PartnershipReach } from '../directory-actors';
import { OrganizationLookup } from '../organization-lookup';

/** A node of the scope tree. */
export interface ScopeRef {
  scope: GrantScope;
  scopeId: string | null;
}

/** Names the nodes of the scope tree: regions, organizations and partnerships. */
@Injectable()
export class ScopeNodes {
  constructor(
    private readonly organizations: OrganizationLookup,
    private readonly partnerships: PartnershipReach,
  ) {}

  /** Names by id; a node that does not exist in the tenant is left out. */
  async names(tx: Tx, nodes: ScopeRef[]): Promise<Map<string, string>> {
    const ids = (scope: GrantScope) => [
      ...new Set(nodes.flatMap((node) => (node.scope === scope && node.scopeId ? [node.scopeId] : []))),
    ];
    const cards = await this.organizations.cards(tx, ids('organization'));
    return new Map([
      ...(await this.organizations.regionNames(tx, ids('region'))),
      ...[...cards].map(([id, card]): [string, string] => [id, card.name]),
      ...(await this.partnerships.names(tx, ids('partnership'))),
    ]);
  }

  /** Whether the node exists in the tenant; the tenant itself always does. */
  async exists(tx: Tx, node: ScopeRef): Promise<boolean> {
    return node.scope === 'tenant' || (await this.names(tx, [node])).has(node.scopeId ?? '');
  }
}
