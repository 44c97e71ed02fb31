import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, NotFound } from '@platform/context';
import { Database, type ReadQuery, type Tx } from '@platform/database';
import { mapPage, type Page, type PageSpec, readPage } from '@platform/http';
import { ScopeNodes } from '../access-grants/scope-nodes';
import { Invitation } from '../invitation.entity';
import type { InvitationListQuery } from './dto/invitation.request';
import { InvitationResponse, type InvitationView } from './dto/invitation.response';

const OWN = 'id version personId organizationId role scope scopeId title accessEndsOn expiresAt acceptedAt'.split(' ');
const ofPerson = (column: string, id: string) =>
  `(select p.${column} from person p where p.tenant_id = i.tenant_id and p.id = i.${id})`;
const ORGANIZATION = '(select o.name from organization o where o.tenant_id = i.tenant_id and o.id = i.organization_id)';
const STATUS = `case when i.status = 'open' and i.expires_at <= :now then 'expired' else i.status end`;

const SORT: PageSpec<InvitationView> = {
  sort: { expiresAt: { by: 'i.expiresAt', of: (row) => row.expiresAt } },
  defaultSort: '-expiresAt',
  idColumn: 'i.id',
  idOf: (row) => row.id,
  raw: true,
};

/** Reads invitations for screens. */
@Injectable()
export class InvitationsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly nodes: ScopeNodes,
  ) {}

  /** One page of the invitations that the actor may see. */
  list(actor: Actor, list: InvitationListQuery): Promise<Page<InvitationResponse>> {
    return this.database.read(actor, async (tx) => {
      const query = this.view(tx);
      for (const name of ['personId', 'organizationId', 'role', 'scope', 'scopeId'] as const)
        if (list[name]) query.where(`i.${name} = :${name}`, { [name]: list[name] });
      if (list.status) query.where(`${STATUS} = :status`, { status: list.status });
      const page = await readPage(tx, query, list, SORT);
      const names = await this.nodes.names(tx, page.items);
      return mapPage(page, (row) => this.respond(actor, row, names));
    });
  }

  /** One invitation. @throws NotFound */
  one(actor: Actor, id: string): Promise<InvitationResponse> {
    return this.database.read(actor, (tx) => this.oneIn(tx, id));
  }

  /** One invitation as the actor of a transaction under way sees it. @throws NotFound */
  async oneIn(tx: Tx, id: string): Promise<InvitationResponse> {
    const row = await this.view(tx).where('i.id = :id', { id }).getRawOne<InvitationView>();
    if (!row) throw new NotFound('invitation');
    return this.respond(tx.actor, row, await this.nodes.names(tx, [row]));
  }

  private view(tx: Tx): ReadQuery<Invitation> {
    const query = tx.readable(Invitation, 'i').select([]);
    OWN.forEach((name) => query.addSelect(`i.${name}`, name));
    query
      .addSelect(ofPerson('display_name', 'person_id'), 'displayName')
      .addSelect(ofPerson('email', 'person_id'), 'email');
    query
      .addSelect(ofPerson('display_name', 'invited_by'), 'invitedByName')
      .addSelect(ORGANIZATION, 'organizationName');
    query.addSelect(STATUS, 'status').setParameters({ now: tx.now });
    return query;
  }

  private respond(actor: Actor, row: InvitationView, names: Map<string, string>): InvitationResponse {
    const actions = row.status === 'open' || row.status === 'expired' ? ['resend', 'revoke'] : [];
    const allowed = this.access.allowed(actor, Object.assign(new Invitation(), row), actions);
    return InvitationResponse.from(row, names.get(row.scopeId ?? '') ?? null, allowed);
  }
}
