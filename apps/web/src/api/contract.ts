import type { components } from './schema';

type Schemas = components['schemas'];

/** Who is signed in, where that person may go, and the token that writes need. */
export type Me = Schemas['MeResponse'];
/** A tenant the person may enter. */
export type MeTenant = Schemas['MyTenantResponse'];
/** A role at a scope, with its last day where there is one. */
export type MeGrant = Schemas['MyGrantResponse'];
/** Who the person is in one tenant, with the settings that every page needs. */
export type TenantMe = Schemas['TenantMeResponse'];
/** The demo people; `password` is the one they share. */
export type DemoPeople = Schemas['DemoPeopleResponse'];
/** A demo person on the sign-in page. */
export type DemoPerson = Schemas['DemoPersonResponse'];
