import { Body, Controller, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, SignedIn } from '@platform/http';
import { ConfirmPasswordResetRequest } from './dto/confirm-password-reset.request';
import { LoginRequest } from './dto/login.request';
import { LoginResponse } from './dto/login.response';
import { RequestPasswordResetRequest } from './dto/request-password-reset.request';
import { KnownDevice } from './known-device';
import { PasswordReset } from './password-reset.service';
import type { Device, Session } from './session';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';
import { CurrentSession } from './signed-in';

/** Signing in and out. */
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly reset: PasswordReset,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly devices: KnownDevice,
  ) {}

  /** Signs in and sets the session cookie; a session that the browser had before ends. */
  @Post('login')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Public('whoever knows the password signs in')
  async login(
    @Body() body: LoginRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoginResponse> {
    const welcome = await this.signIn.signIn(request, body, this.deviceOf(request));
    const former = this.cookie.read(request);
    if (former) await this.sessions.endByCookie(former);
    this.cookie.write(reply, welcome.cookie);
    this.devices.write(reply, welcome.account.email, this.devices.read(request));
    return LoginResponse.from(welcome);
  }

  /** Ends the session. */
  @Post('logout')
  @HttpCode(204)
  @SignedIn()
  async logout(@CurrentSession() session: Session, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(session.accountId, { only: session.id });
    this.cookie.clear(reply);
  }

  /** Mails a link for a new password if the address belongs to an account. The answer is the same in any case. */
  @Post('password-reset')
  @HttpCode(202)
  @Public('tells nothing; the link goes to the owner of the address')
  async requestPasswordReset(@Body() body: RequestPasswordResetRequest, @Req() request: FastifyRequest): Promise<void> {
    await this.reset.request(body.email, this.deviceOf(request));
  }

  /** Sets a new password with the token of the mailed link, and ends all sessions of the account. */
  @Post('password-reset/confirm')
  @HttpCode(204)
  @Public('whoever holds the mailed link chooses the password')
  async confirmPasswordReset(@Body() body: ConfirmPasswordResetRequest): Promise<void> {
    await this.reset.confirm(body.token, body.password);
  }

  private deviceOf(request: FastifyRequest): Device {
    return { ip: request.ip, userAgent: request.headers['user-agent'], known: this.devices.read(request) };
  }
}
