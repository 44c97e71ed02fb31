import { Body, Controller, Delete, Header, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IfMatch, NeedsVersion, SignedIn } from '@platform/http';
import { ConfirmSecondFactorRequest, RemoveSecondFactorRequest } from './dto/second-factor.request';
import { EnrollmentResponse, RecoveryCodesResponse } from './dto/second-factor.response';
import { OwnSignIn } from './own-sign-in.service';
import type { Session } from './session';
import { SessionCookie } from './session-cookie';
import { CurrentSession } from './signed-in';

/** Setting up and removing a second factor. */
@Controller('api/v1/me/second-factor')
@SignedIn()
export class SecondFactorController {
  constructor(
    private readonly own: OwnSignIn,
    private readonly cookie: SessionCookie,
  ) {}

  /** Begins: what the authenticator app needs. Signing in does not ask for a code until it is confirmed. */
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  start(@CurrentSession() session: Session): Promise<EnrollmentResponse> {
    return this.own.startSecondFactor(session);
  }

  /** Puts it in use with a first code; ends all other sessions; shows the recovery codes this once. */
  @Post('confirm')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async confirm(
    @CurrentSession() session: Session,
    @Body() body: ConfirmSecondFactorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodesResponse> {
    const { recoveryCodes, cookie } = await this.own.confirmSecondFactor(session, body.code);
    this.cookie.write(reply, cookie);
    return { recoveryCodes };
  }

  /** Takes it out of use, for whoever shows the password or a code. */
  @Delete()
  @HttpCode(204)
  @NeedsVersion()
  @ApiBody({ type: RemoveSecondFactorRequest })
  async remove(
    @CurrentSession() session: Session,
    @IfMatch() version: number,
    @Body() body: RemoveSecondFactorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.cookie.write(reply, await this.own.removeSecondFactor(session, version, body ?? {}));
  }
}
