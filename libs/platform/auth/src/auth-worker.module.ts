import { Module } from '@nestjs/common';
import { AuthModule } from './auth.module';
import { SignInCleanUp } from './sign-in-clean-up';

/** Cleaning up after sign-ins. */
@Module({ imports: [AuthModule], providers: [SignInCleanUp] })
export class AuthWorkerModule {}
