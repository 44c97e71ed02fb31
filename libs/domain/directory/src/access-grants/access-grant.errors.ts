import { Conflict, type ErrorDetail, Invalid, NotAllowed } from '@platform/context';

/** 422: the grant makes no sense by itself. */
export class GrantRefused extends Invalid {
  constructor(faults: ErrorDetail[]) {
    super('directory.grant-refused', faults[0].message, faults);
  }
}

/** 409: the person has this role there already. */
export class GrantExists extends Conflict {
  constructor() {
    super('directory.grant-exists', 'This person already holds this role there: change that grant instead.');
  }
}

/** 409: the grant has ended and stays as it was. */
export class GrantEnded extends Conflict {
  constructor() {
    super('directory.grant-ended', 'This access has ended: give a new one.');
  }
}

/** 409: without an administrator nobody could let anybody in again. */
export class LastAdministrator extends Conflict {
  constructor() {
    super(
      'directory.last-administrator',
      'This is the last state administrator without a last day: make somebody else one first.',
    );
  }
}

/** 403: nobody gives a right to themselves. */
export class OwnGrant extends NotAllowed {
  constructor() {
    super('Nobody gives access to themselves: ask another state administrator.');
  }
}
