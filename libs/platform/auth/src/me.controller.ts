import { Body, Controller, Get, Header, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { IfMatch, NeedsVersion, SignedIn } from '@platform/http';
import { Accounts } from './accounts.service';
import { ChangePasswordRequest } from './dto/change-password.request';
import { MeResponse } from './dto/me.response';
import { UpdateMeRequest } from './dto/update-me.request';
import { OwnSignIn } from './own-sign-in.service';
import { PeopleSource } from './people-source';
import type { Session } from './session';
import { SessionCookie } from './session-cookie';
import { CurrentSession, type SignedInRequest } from './signed-in';

/** Who is signed in. */
@Controller('api/v1/me')
@SignedIn()
export class MeController {
  constructor(
    private readonly accounts: Accounts,
    private readonly people: PeopleSource,
    private readonly own: OwnSignIn,
    private readonly cookie: SessionCookie,
  ) {}

  /** The account, the person, the tenants it may enter and the grants it holds there. */
  @Get()
  @Header('cache-control', 'no-store')
  async get(@Req() request: SignedInRequest): Promise<MeResponse> {
    const { accountId } = request.identity!;
    const [account, tenants] = await Promise.all([this.accounts.get(accountId), this.people.tenantsOf(accountId)]);
    return MeResponse.from(account, tenants, request.signedIn!);
  }

  /** Changes name, language, time zone or colors. */
  @Patch()
  @NeedsVersion()
  async update(
    @Req() request: SignedInRequest,
    @IfMatch() version: number,
    @Body() body: UpdateMeRequest,
  ): Promise<MeResponse> {
    await this.accounts.setPreferences(request.identity!.accountId, version, body);
    return this.get(request);
  }

  /** Changes the password and ends all other sessions. */
  @Post('password')
  @HttpCode(204)
  async changePassword(
    @CurrentSession() session: Session,
    @Body() body: ChangePasswordRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.cookie.write(reply, await this.own.changePassword(session, body.currentPassword, body.password));
  }
}
