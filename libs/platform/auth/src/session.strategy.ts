import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';
import { MachineClock } from '@platform/clock';
import { CsrfTokenMissing } from './auth.errors';
import { sameText } from './secrets';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions.service';
import type { SignedIn, SignedInRequest } from './signed-in';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Recognizes a signed-in browser by its cookie. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly clock: MachineClock,
  ) {
    super();
  }

  /** @throws CsrfTokenMissing for a write that did not come from our own pages */
  async validate(request: SignedInRequest): Promise<SignedIn | null> {
    const sent = this.cookie.read(request);
    const open = sent ? await this.sessions.resume(sent) : null;
    if (!open) return null;
    const { session, cookie } = open;
    const csrf = request.headers['x-csrf-token'];
    if (!READS.includes(request.method) && !(typeof csrf === 'string' && sameText(csrf, session.csrfToken)))
      throw new CsrfTokenMissing();
    const identity = {
      accountId: session.accountId,
      via: `session:${session.id}`,
      platformAdmin: session.platformAdmin,
      secondFactor: session.secondFactorAt !== null,
      session: { ageMs: this.clock.now().getTime() - Date.parse(session.createdAt), idleMs: session.longestIdleMs },
    };
    return { identity, session, cookie };
  }
}
