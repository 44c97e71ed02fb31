import { Injectable } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { AccessGrant } from '../access-grant.entity';
import { AccessGrantsService } from '../access-grants/access-grants.service';
import type { Invitation } from '../invitation.entity';
import { MembershipsService } from '../memberships/memberships.service';
import { enterTenant } from '../people/account-tenants';
import { Membership, Person } from '../person.entity';
import { tenantToday } from '../tenant-today';

const holdsOn = (day: string) => (row: { startsOn: string; endsOn: string | null }) =>
  row.startsOn <= day && (!row.endsOn || row.endsOn >= day);

/** Gives what an invitation promised. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly grants: AccessGrantsService,
    private readonly memberships: MembershipsService,
  ) {}

  /** Makes the owner of the account a person of the tenant with the role. Answers the person's id. */
  async accept(tx: Tx, invitation: Invitation, accountId: string, displayName?: string): Promise<string> {
    const person = await this.personOf(tx, invitation.personId, accountId);
    if (!person.accountId) Object.assign(person, { accountId, displayName: displayName ?? person.displayName });
    person.status = 'active';
    await tx.rows(Person).update(person);
    await enterTenant(tx, accountId, person.id);
    const today = await tenantToday(tx);
    await this.join(tx, invitation, person.id, today);
    await this.grant(tx, invitation, person.id, today);
    return person.id;
  }

  /** The invited person, or the one whom the account belongs to already although the address was written otherwise. */
  private async personOf(tx: Tx, invitedId: string, accountId: string): Promise<Person> {
    await tx.rows(Person).lock(invitedId);
    const [known] = await tx.rows(Person).find({ accountId });
    return known ?? tx.rows(Person).get(invitedId);
  }

  private async join(tx: Tx, { organizationId, title }: Invitation, personId: string, today: string): Promise<void> {
    if (!organizationId) return;
    const present = await tx.rows(Membership).find({ personId, organizationId });
    if (present.some((row) => !row.endsOn || row.endsOn >= today)) return;
    await this.memberships.join(tx, { personId, organizationId, title, startsOn: today });
  }

  private async grant(tx: Tx, invitation: Invitation, personId: string, today: string): Promise<void> {
    const { role, scope, scopeId, accessEndsOn, invitedBy } = invitation;
    const held = await tx.rows(AccessGrant).find({ personId, role, scope, scopeId, endedAt: null });
    if (held.some(holdsOn(today))) return; // given in another way meanwhile
    const wanted = { role, scope, scopeId, startsOn: today, endsOn: accessEndsOn };
    await this.grants.give(tx, personId, wanted, { grantedBy: invitedBy, reason: null });
  }
}
