import { Injectable } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { Links } from '@platform/links';
import { Mail } from '@platform/mail';
import { ScopeNodes } from '../access-grants/scope-nodes';
import { Invitation } from '../invitation.entity';
import { Person } from '../person.entity';

/** Purpose of the links of invitations. */
export const INVITATION = 'invitation';
const DAYS = 14;
const DAY_MS = 86_400_000;

/** Sends the links of invitations. */
@Injectable()
export class InvitationSender {
  constructor(
    private readonly links: Links,
    private readonly mail: Mail,
    private readonly nodes: ScopeNodes,
  ) {}

  /** When a link that is sent now stops working. */
  expiry(tx: Tx): Date {
    return new Date(tx.now.getTime() + DAYS * DAY_MS);
  }

  /** Mails a new link with the commit of `tx`. @returns the link, which is kept nowhere */
  async send(tx: Tx, invitation: Invitation): Promise<string> {
    const link = await this.links.issue(tx, {
      purpose: INVITATION,
      subject: { kind: 'invitation', id: invitation.id },
      expiresAt: invitation.expiresAt,
    });
    const { inviterName, placeName } = await this.describe(tx, invitation);
    await this.mail.send(tx, {
      toPersonId: invitation.personId,
      template: inviterName ? 'directory.invitation' : 'directory.invitation-by-platform',
      data: {
        link,
        role: invitation.role,
        expires: invitation.expiresAt,
        place: placeName,
        ...(inviterName ? { inviter: inviterName } : {}),
      },
    });
    return link;
  }

  /** Makes every link of an invitation useless. */
  withdraw(tx: Tx, invitationId: string): Promise<void> {
    return this.links.revoke(tx, invitationId, INVITATION);
  }

  /** Sends the open invitations of a person whose address was corrected there, and to nobody else any more. */
  async redirect(tx: Tx, personId: string): Promise<void> {
    for (const invitation of await tx.rows(Invitation).find({ personId, status: 'open' })) {
      await this.withdraw(tx, invitation.id);
      invitation.expiresAt = this.expiry(tx);
      await tx.rows(Invitation).update(invitation);
      await this.send(tx, invitation);
    }
  }

  /** Who invited, and the name of the place where the role is held: a node, or the tenant itself. */
  async describe(
    tx: Tx,
    invitation: Pick<Invitation, 'scope' | 'scopeId' | 'invitedBy'>,
  ): Promise<{ inviterName: string | null; placeName: string; tenantName: string }> {
    const [{ name: tenantName }] = await tx.query<{ name: string }>('select name from tenant where id = $1', [
      tx.tenantId,
    ]);
    const names = await this.nodes.names(tx, [invitation]);
    const [inviter] = invitation.invitedBy ? await tx.rows(Person).find({ id: invitation.invitedBy }) : [];
    return {
      tenantName,
      inviterName: inviter?.displayName ?? null,
      placeName: names.get(invitation.scopeId ?? '') ?? tenantName,
    };
  }
}
