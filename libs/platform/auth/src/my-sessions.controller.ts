import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { NotFound } from '@platform/context';
import { IdParam, IfMatch, NeedsVersion, SignedIn } from '@platform/http';
import { SessionPageResponse, SessionResponse } from './dto/session.response';
import type { Session } from './session';
import { Sessions } from './sessions.service';
import { CurrentSession } from './signed-in';
import { checkUnchanging, wholeList } from './unchanging';

/** The browsers in which a person is signed in. */
@Controller('api/v1/me/sessions')
@SignedIn()
export class MySessionsController {
  constructor(private readonly sessions: Sessions) {}

  /** All sessions of the person, last used first. */
  @Get()
  async list(@CurrentSession() current: Session): Promise<SessionPageResponse> {
    const sessions = await this.sessions.list(current.accountId);
    return wholeList(sessions.map((session) => SessionResponse.from(session, current.id)));
  }

  /** Ends one session, at once. */
  @Delete(':id')
  @HttpCode(204)
  @NeedsVersion()
  async end(@CurrentSession() current: Session, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    checkUnchanging(version);
    if ((await this.sessions.end(current.accountId, { only: id })) === 0) throw new NotFound('session');
  }

  /** Ends every session but this one, at once. */
  @Post('end-others')
  @HttpCode(204)
  async endOthers(@CurrentSession() current: Session): Promise<void> {
    await this.sessions.end(current.accountId, { except: current.id });
  }
}
