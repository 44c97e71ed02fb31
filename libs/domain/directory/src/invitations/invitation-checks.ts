import { Injectable } from '@nestjs/common';
import { Invalid } from '@platform/context';
import type { Tx } from '@platform/database';
import { AccessGrant } from '../access-grant.entity';
import { GrantExists } from '../access-grants/access-grant.errors';
import { AccessGrantsService } from '../access-grants/access-grants.service';
import { PartnershipReach } from '../directory-actors';
import { Invitation } from '../invitation.entity';
import { Organization } from '../organization.entity';
import { Person } from '../person.entity';
import { Settings } from '../settings/settings';
import { tenantToday } from '../tenant-today';
import type { CreateInvitationRequest } from './dto/invitation.request';
import { AlreadyInvited, InvitationNotAllowed, PersonDeactivated } from './invitation.errors';

/** An invitation as it is wanted, every field filled in. */
export type WantedInvitation = {
  [K in keyof CreateInvitationRequest]-?: Exclude<CreateInvitationRequest[K], undefined>;
};

/** What has to hold before an invitation is sent. */
@Injectable()
export class InvitationChecks {
  constructor(
    private readonly grants: AccessGrantsService,
    private readonly partnerships: PartnershipReach,
  ) {}

  /** Fills in what was left out; a role at an organization makes the person work for it, unless they learn there. */
  normalize(request: CreateInvitationRequest): WantedInvitation {
    const { scopeId = null, title = null, accessEndsOn = null } = request;
    const worksThere = request.scope === 'organization' && !['student', 'guardian'].includes(request.role);
    const organizationId = request.organizationId ?? (worksThere ? scopeId : null);
    return { ...request, email: request.email.toLowerCase(), scopeId, organizationId, title, accessEndsOn };
  }

  /** Limits of inviters who are no state administrators. @throws InvitationNotAllowed, Invalid */
  async checkInviter(tx: Tx, wanted: WantedInvitation): Promise<void> {
    if (tx.actor.is('state_admin')) return;
    if (wanted.scope === 'organization') return this.checkOwnOrganization(tx, wanted);
    const members = await this.partnerships.below(
      tx,
      [{ scope: 'partnership', scopeId: wanted.scopeId!, organizationIds: [] }],
      await tenantToday(tx),
    );
    if (members.get(wanted.scopeId!)?.organizationIds.includes(wanted.organizationId ?? '')) return;
    throw Invalid.field(
      'organizationId',
      'member',
      'Name the member organization of the partnership that the person works for.',
    );
  }

  /** @throws GrantRefused, Invalid when the role, its node, its end or the organization cannot be */
  async check(tx: Tx, wanted: WantedInvitation): Promise<void> {
    const { role, scope, scopeId, accessEndsOn, organizationId } = wanted;
    const startsOn = await tenantToday(tx);
    await this.grants.check(tx, { role, scope, scopeId, startsOn, endsOn: accessEndsOn }, { endsOn: 'accessEndsOn' });
    if (!organizationId) return;
    const [organization] = await tx.rows(Organization).find({ id: organizationId });
    if (!organization) throw Invalid.field('organizationId', 'exists', 'There is no such organization here.');
    if (organization.status === 'closed')
      throw Invalid.field('organizationId', 'active', 'This organization is closed.');
  }

  /** The person of the address, added when there is none. @throws PersonDeactivated, AlreadyInvited, GrantExists */
  async personFor(tx: Tx, wanted: WantedInvitation): Promise<Person> {
    const { email, displayName } = wanted;
    const [known] = await tx.rows(Person).find({ email });
    if (!known) return tx.rows(Person).insert({ email, displayName, status: 'invited', accountId: null });
    await tx.rows(Person).lock(known.id); // one invitation after another
    const person = await tx.rows(Person).get(known.id);
    if (person.status === 'deactivated') throw new PersonDeactivated();
    await this.refuseRepetition(tx, person, wanted);
    return person;
  }

  private async checkOwnOrganization(tx: Tx, { role, organizationId, scopeId }: WantedInvitation): Promise<void> {
    const { rolesByOrganizations } = await Settings.of(tx);
    if (!(rolesByOrganizations as string[]).includes(role))
      throw new InvitationNotAllowed(
        `Organizations here invite into: ${rolesByOrganizations.join(', ')}. Ask a state administrator.`,
      );
    if (organizationId !== scopeId)
      throw Invalid.field(
        'organizationId',
        'own',
        'People you invite work for the organization where they get the role.',
      );
  }

  private async refuseRepetition(tx: Tx, person: Person, { role, scope, scopeId }: WantedInvitation): Promise<void> {
    const same = { personId: person.id, role, scope, scopeId };
    const open = await tx.rows(Invitation).find({ ...same, status: 'open' });
    if (open.length > 0) throw new AlreadyInvited(open[0].id);
    const today = await tenantToday(tx);
    const held = await tx.rows(AccessGrant).find({ ...same, endedAt: null });
    if (held.some((grant) => !grant.endsOn || grant.endsOn >= today)) throw new GrantExists();
  }
}
