import { Injectable } from '@nestjs/common';
import { EventHandlers } from '@platform/jobs';
import { AuthRepository } from './auth.repository';

const HOUR_MS = 3_600_000;

/** Removes sessions, tokens and counts of attempts that have ended, every hour. */
@Injectable()
export class SignInCleanUp {
  constructor(
    private readonly repository: AuthRepository,
    handlers: EventHandlers,
  ) {
    handlers.every('clean-up-sign-in', { everyMs: HOUR_MS }, () => this.run());
  }

  /** Removes what has ended by now. */
  run(): Promise<void> {
    return this.repository.run((tx) => this.repository.sweep(tx));
  }
}
