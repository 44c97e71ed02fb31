import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuthController } from './auth.controller';
import { AuthModule } from './auth.module';
import { MeController } from './me.controller';
import { MySessionsController } from './my-sessions.controller';
import { MyTokensController } from './my-tokens.controller';
import { PasswordReset } from './password-reset.service';
import { RenewCookie } from './renew-cookie.interceptor';
import { SecondFactorController } from './second-factor.controller';

/** Routes of signing in and of one's own account. Needs `PeopleSource`, which the directory implements. */
@Module({
  imports: [AuthModule],
  controllers: [AuthController, MeController, MySessionsController, MyTokensController, SecondFactorController],
  providers: [PasswordReset, { provide: APP_INTERCEPTOR, useClass: RenewCookie }],
})
export class AuthHttpModule {}
