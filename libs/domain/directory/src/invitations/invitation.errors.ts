import { Conflict, NotAllowed } from '@platform/context';

/** 409: there is an open invitation for the same; send that again instead. */
export class AlreadyInvited extends Conflict {
  constructor(invitationId: string) {
    super('directory.already-invited', 'This person is already invited to this role: send that invitation again.');
    this.details = { invitationId };
  }
}

/** 409: accepted or revoked, so there is nothing to send or withdraw. */
export class InvitationClosed extends Conflict {
  constructor(status: string) {
    super('directory.invitation-closed', `This invitation was ${status}: it can no longer be changed.`);
  }
}

/** 409: access was ended on purpose; an invitation does not bring it back. */
export class PersonDeactivated extends Conflict {
  constructor() {
    super(
      'directory.person-deactivated',
      'The person with this address was deactivated: a state administrator can reactivate them.',
    );
  }
}

/** 403: the inviter may not give this role, or not there. */
export class InvitationNotAllowed extends NotAllowed {
  constructor(why: string) {
    super(why);
  }
}
