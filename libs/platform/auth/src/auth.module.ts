import { Global, Module } from '@nestjs/common';
import { Authenticator } from '@platform/http';
import { Accounts } from './accounts.service';
import { AuthRepository } from './auth.repository';
import { Background } from './background';
import { SessionAuthenticator } from './session-authenticator';
import { SessionCookie } from './session-cookie';
import { SessionStrategy } from './session.strategy';
import { Sessions } from './sessions.service';

/** Accounts, sessions and the recognition of who sends a request. */
@Global()
@Module({
  providers: [
    Accounts,
    AuthRepository,
    Background,
    SessionAuthenticator,
    SessionCookie,
    SessionStrategy,
    Sessions,
    { provide: Authenticator, useExisting: SessionAuthenticator },
  ],
  exports: [Accounts, Authenticator, Sessions],
})
export class AuthModule {}
