import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountClaim } from '@platform/auth';
import { Actor } from '@platform/context';
import { Database, type SystemTx, type Tx } from '@platform/database';
import { actorOf, type Link, type LinkHandler, LinkInvalid, Links } from '@platform/links';
import { Invitation } from '../invitation.entity';
import { tenantToday } from '../tenant-today';
import { AcceptInvitationRequest } from './dto/invitation.request';
import { InvitationAcceptance } from './invitation-acceptance';
import { INVITATION, InvitationSender } from './invitation-sender';

interface Invited {
  invitation: Invitation;
  slug: string;
  /** Address of the login, once there is one. */
  email: string;
  displayName: string;
}

const INVITED = `select t.slug, coalesce(a.email, p.email) as email, p.display_name as "displayName"
  from tenant t join person p on p.tenant_id = t.id and p.id = $2 and p.status <> 'deactivated'
  left join account a on a.id = p.account_id where t.id = $1 and t.status = 'active'`;

/** What the link of an invitation shows and does. The page asks the same of everybody, so it tells nobody's account. */
@Injectable()
export class InvitationLink implements LinkHandler<AcceptInvitationRequest>, OnModuleInit {
  readonly body = AcceptInvitationRequest;

  constructor(
    private readonly links: Links,
    private readonly database: Database,
    private readonly claim: AccountClaim,
    private readonly sender: InvitationSender,
    private readonly acceptance: InvitationAcceptance,
  ) {}

  /** Registers what the link does. */
  onModuleInit(): void {
    this.links.onRedeem(INVITATION, this);
  }

  async about(link: Link): Promise<Record<string, unknown> | null> {
    return this.database.read(Actor.system(link.tenantId!, `link:${INVITATION}`), async (tx) => {
      const invited = await this.find(tx, link);
      if (!invited) return null;
      const { slug, email, displayName, invitation } = invited;
      const { role, accessEndsOn, title } = invitation;
      return {
        tenant: slug,
        ...(await this.sender.describe(tx, invitation)),
        email,
        displayName,
        role,
        title,
        accessEndsOn,
      };
    });
  }

  /** Sets the first password or asks for the present one, then gives the role. @throws LinkInvalid, Invalid, TooManyAttempts */
  async redeem(
    link: Link,
    { displayName, password }: AcceptInvitationRequest,
    use: (tx: Tx | SystemTx) => Promise<void>,
  ): Promise<Record<string, unknown>> {
    const actor = actorOf(link);
    const invited = await this.database.read(actor, (tx) => this.find(tx, link));
    if (!invited) throw new LinkInvalid();
    const claim = await this.claim.prepare(invited.email, password);
    await this.database.transaction(actor, async (tx) => {
      await use(tx);
      await tx.rows(Invitation).lock(link.subjectId);
      const now = await this.find(tx, link);
      if (!now) throw new LinkInvalid();
      const account = await this.claim.complete(tx, claim, displayName ?? now.displayName);
      const personId = await this.acceptance.accept(tx, now.invitation, account.id, displayName);
      await tx
        .rows(Invitation)
        .update(Object.assign(now.invitation, { status: 'accepted', acceptedAt: tx.now, personId }));
    });
    return { tenant: invited.slug, email: invited.email };
  }

  /** The invitation if it can still be accepted. */
  private async find(tx: Tx, link: Link): Promise<Invited | null> {
    const [invitation] = await tx.rows(Invitation).find({ id: link.subjectId, status: 'open' });
    if (!invitation) return null;
    const { accessEndsOn, personId } = invitation;
    if (accessEndsOn && accessEndsOn < (await tenantToday(tx))) return null;
    const [invited] = await tx.query<Omit<Invited, 'invitation'>>(INVITED, [tx.tenantId, personId]);
    return invited ? { ...invited, invitation } : null;
  }
}
