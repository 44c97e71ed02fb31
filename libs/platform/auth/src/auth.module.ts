import { Global, Module } from '@nestjs/common';
import { Authenticator } from '@platform/http';
import { AccountClaim } from './account-claim';
import { Accounts } from './accounts.service';
import { ApiTokens } from './api-tokens.service';
import { AuthRepository } from './auth.repository';
import { Background } from './background';
import { KnownDevice } from './known-device';
import { OwnSignIn } from './own-sign-in.service';
import { PasswordStrategy } from './password.strategy';
import { Passwords } from './passwords';
import { SecondFactor } from './second-factor.service';
import { SessionAuthenticator } from './session-authenticator';
import { SessionCookie } from './session-cookie';
import { SessionStrategy } from './session.strategy';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';
import { SignInGuard } from './sign-in-guard';
import { SignInLimits } from './sign-in-limits';
import { Throttle } from './throttle';
import { TokenStrategy } from './token.strategy';

/** Accounts, sessions, tokens, and the recognition of who sends a request. */
@Global()
@Module({
  providers: [
    AccountClaim,
    Accounts,
    ApiTokens,
    AuthRepository,
    Background,
    KnownDevice,
    OwnSignIn,
    PasswordStrategy,
    Passwords,
    SecondFactor,
    SessionAuthenticator,
    SessionCookie,
    SessionStrategy,
    Sessions,
    SignIn,
    SignInGuard,
    SignInLimits,
    Throttle,
    TokenStrategy,
    { provide: Authenticator, useExisting: SessionAuthenticator },
  ],
  exports: [
    AccountClaim,
    Accounts,
    ApiTokens,
    Authenticator,
    AuthRepository,
    KnownDevice,
    OwnSignIn,
    SessionCookie,
    Sessions,
    SignIn,
    SignInGuard,
  ],
})
export class AuthModule {}
