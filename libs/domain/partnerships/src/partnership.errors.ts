import { Conflict, Invalid } from '@platform/context';

/** A partnership has one organization that leads it or brokers for it, not two. */
export class LeadTaken extends Conflict {
  constructor() {
    super(
      'partnerships.lead-taken',
      'This partnership already has a lead agency or intermediary: change that member first.',
    );
  }
}

/** An ended partnership stays as it was. */
export class PartnershipEnded extends Conflict {
  constructor() {
    super('partnerships.ended', 'This partnership has ended: reopen it before you change it.');
  }
}

/** An organization is a member once. */
export class AlreadyMember extends Conflict {
  constructor() {
    super('partnerships.already-member', 'This organization is already a member of the partnership.');
  }
}

/** A membership cannot end before it begins. */
export class DaysReversed extends Invalid {
  constructor() {
    const message = 'The last day must not lie before the first.';
    super('invalid', message, [{ path: 'endsOn', rule: 'not-before-start', message }]);
  }
}

/** What was named is not in this tenant. */
export class UnknownReference extends Invalid {
  constructor(path: string, what: string) {
    const message = `There is no such ${what} here.`;
    super('invalid', message, [{ path, rule: 'exists', message }]);
  }
}
