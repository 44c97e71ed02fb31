/**
 * The few routes that the frame itself needs, in the shape of the generated types.
 * Everything else comes from the generated schema.
 */

/** A person as the account routes tell it. */
export interface MePerson {
  id: string;
  name: string;
  email: string;
  timeZone?: string | null;
  locale?: string | null;
  platformAdmin?: boolean;
}
/** A tenant the person has a role in. `color` is its own color for buttons and links. */
export interface MeTenant {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  color?: string | null;
  demo?: boolean;
}
/** A role at a scope, with its end where there is one. `scopeName` is null when the role reaches the whole tenant. */
export interface MeGrant {
  id: string;
  tenant: string;
  role: string;
  scope: 'tenant' | 'region' | 'organization' | 'partnership';
  scopeId: string | null;
  scopeName: string | null;
  endsOn: string | null;
}
/** Who is signed in, where, and the token that writes need. */
export interface Me {
  person: MePerson;
  tenants: MeTenant[];
  grants: MeGrant[];
  csrfToken: string;
}
/** A demo person on the sign-in page. */
export interface DemoPerson {
  email: string;
  name: string;
  organization: string;
  does: string;
}
/** The demo people; `password` is the one they share, where the server may tell it. */
export interface DemoPeople {
  items: DemoPerson[];
  password?: string | null;
}
