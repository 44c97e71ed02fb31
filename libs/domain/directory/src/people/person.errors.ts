import { Conflict } from '@platform/context';

/** 409: the address belongs to another person of the tenant. */
export class PersonExists extends Conflict {
  constructor(personId: string) {
    super('directory.person-exists', 'There is already a person with this address: use that one.');
    this.details = { personId };
  }
}

/** 409: the address of a login is changed by its owner. */
export class EmailOfLogin extends Conflict {
  constructor() {
    super('directory.email-of-login', 'This person signs in with this address and can only change it themselves.');
  }
}

/** 409: deactivated or active already. */
export class PersonStatusUnchanged extends Conflict {
  constructor(status: string) {
    super('directory.person-status', `This person is ${status} already.`);
  }
}
