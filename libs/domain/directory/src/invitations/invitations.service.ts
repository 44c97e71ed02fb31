import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import type { Actor } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { Invitation } from '../invitation.entity';
import type { CreateInvitationRequest } from './dto/invitation.request';
import type { InvitationResponse } from './dto/invitation.response';
import { InvitationSender } from './invitation-sender';
import { InvitationChecks } from './invitation-checks';
import { InvitationClosed } from './invitation.errors';
import { InvitationsQueries } from './invitations.queries';

/** Use cases that invite people into roles. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly checks: InvitationChecks,
    private readonly sender: InvitationSender,
    private readonly queries: InvitationsQueries,
  ) {}

  /** Invites somebody. @throws NotAllowed, GrantRefused, AlreadyInvited, GrantExists, PersonDeactivated, Invalid */
  create(actor: Actor, request: CreateInvitationRequest): Promise<InvitationResponse> {
    return this.database.transaction(actor, async (tx) => {
      const wanted = this.checks.normalize(request);
      this.access.authorize(actor, 'create', Object.assign(new Invitation(), wanted));
      await this.checks.checkInviter(tx, wanted);
      const { invitation } = await this.inviteIn(tx, request);
      return this.queries.oneIn(tx, invitation.id);
    });
  }

  /** Invites somebody in a transaction under way; whether that is allowed has been decided. Answers the link too. */
  async inviteIn(tx: Tx, request: CreateInvitationRequest): Promise<{ invitation: Invitation; link: string }> {
    const wanted = this.checks.normalize(request);
    await this.checks.check(tx, wanted);
    const person = await this.checks.personFor(tx, wanted);
    const { role, scope, scopeId, organizationId, title, accessEndsOn } = wanted;
    const invitation = await tx.rows(Invitation).insert({
      ...{ role, scope, scopeId, organizationId, title, accessEndsOn },
      personId: person.id,
      status: 'open',
      invitedBy: tx.actor.personId ?? null,
      expiresAt: this.sender.expiry(tx),
      acceptedAt: null,
    });
    return { invitation, link: await this.sender.send(tx, invitation) };
  }

  /** Sends a new link; the one before stops working. @throws NotFound, NotAllowed, InvitationClosed */
  resend(actor: Actor, id: string): Promise<InvitationResponse> {
    return this.database.transaction(actor, async (tx) => {
      const invitation = await this.forChange(tx, 'resend', id);
      await this.sender.withdraw(tx, id);
      invitation.expiresAt = this.sender.expiry(tx);
      await tx.rows(Invitation).update(invitation);
      await this.sender.send(tx, invitation);
      return this.queries.oneIn(tx, id);
    });
  }

  /** Withdraws an invitation: its link stops working. @throws NotFound, NotAllowed, InvitationClosed */
  revoke(actor: Actor, id: string): Promise<InvitationResponse> {
    return this.database.transaction(actor, async (tx) => {
      const invitation = await this.forChange(tx, 'revoke', id);
      await this.sender.withdraw(tx, id);
      await tx.rows(Invitation).update(Object.assign(invitation, { status: 'revoked' }));
      return this.queries.oneIn(tx, id);
    });
  }

  private async forChange(tx: Tx, action: 'resend' | 'revoke', id: string): Promise<Invitation> {
    const invitation = await tx.rows(Invitation).forChange(id);
    this.access.authorize(tx.actor, action, invitation);
    if (invitation.status !== 'open') throw new InvitationClosed(invitation.status);
    return invitation;
  }
}
