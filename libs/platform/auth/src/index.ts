export { type Account, type DisplayScheme, type Locale } from './account';
export { Accounts, type NewAccount } from './accounts.service';
export { AuthModule } from './auth.module';
export { Sessions, type OpenSession } from './sessions.service';
export { type Device, type Session } from './session';
export { SessionCookie } from './session-cookie';
export { CurrentSession } from './signed-in';
