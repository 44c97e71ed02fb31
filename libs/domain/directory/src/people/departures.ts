import { Injectable } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { Links } from '@platform/links';
import { AccessGrant } from '../access-grant.entity';
import { Invitation } from '../invitation.entity';
import { Membership } from '../person.entity';
import { tenantToday } from '../tenant-today';

/** Ends what a person who leaves had. Source: domain roles, rule 4.2: access ends the same day, records keep the name. */
@Injectable()
export class Departures {
  constructor(private readonly links: Links) {}

  /** Ends grants at once, memberships with today, and withdraws invitations. Tells whether an administrator left. */
  async endAccess(tx: Tx, personId: string): Promise<boolean> {
    const today = await tenantToday(tx);
    const grants = await tx.rows(AccessGrant).find({ personId, endedAt: null });
    for (const grant of grants) await tx.rows(AccessGrant).update(Object.assign(grant, { endedAt: tx.now }));
    for (const membership of await tx.rows(Membership).find({ personId }))
      await this.endMembership(tx, membership, today);
    for (const invitation of await tx.rows(Invitation).find({ personId, status: 'open' })) {
      await tx.rows(Invitation).update(Object.assign(invitation, { status: 'revoked' }));
      await this.links.revoke(tx, invitation.id, 'invitation');
    }
    return grants.some((grant) => grant.role === 'state_admin');
  }

  /** Limits what a person was given at an organization to the days they work for it (ISO date of the last one). */
  async limitGrants(tx: Tx, { personId, organizationId }: Membership, lastDay: string): Promise<void> {
    const grants = await tx
      .rows(AccessGrant)
      .find({ personId, scope: 'organization', scopeId: organizationId, endedAt: null });
    for (const grant of grants.filter((held) => !held.endsOn || held.endsOn > lastDay)) {
      if (grant.startsOn > lastDay) grant.endedAt = tx.now;
      else grant.endsOn = lastDay;
      await tx.rows(AccessGrant).update(grant);
    }
  }

  private async endMembership(tx: Tx, membership: Membership, today: string): Promise<void> {
    if (membership.endsOn && membership.endsOn <= today) return;
    if (membership.startsOn > today) await tx.rows(Membership).delete(membership);
    else await tx.rows(Membership).update(Object.assign(membership, { endsOn: today }));
  }
}
