/** Somebody whose part can be played in the demo. */
export class DemoPersonResponse {
  /** What to sign in with. */
  email: string;
  name: string;
  /** Organization of the person; empty for guests. */
  organization: string;
  /** Names of the tenants in which the person has a place. */
  tenants: string[];
  /** Keys of the person's roles; `platform_admin` for the one who makes tenants. */
  roles: string[];
}

/** The people of the demo, and the password of all of them. */
export class DemoPeopleResponse {
  items: DemoPersonResponse[];
  password: string;
}
