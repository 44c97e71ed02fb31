import { Body, Controller, Delete, Get, Header, HttpCode, Post } from '@nestjs/common';
import { IdParam, IfMatch, NeedsVersion, SignedIn } from '@platform/http';
import { ApiTokens } from './api-tokens.service';
import { CreateTokenRequest } from './dto/token.request';
import { NewTokenResponse, TokenPageResponse, TokenResponse } from './dto/token.response';
import type { Session } from './session';
import { CurrentSession } from './signed-in';
import { checkUnchanging, wholeList } from './unchanging';

/** Keys for programs. */
@Controller('api/v1/me/tokens')
@SignedIn()
export class MyTokensController {
  constructor(private readonly tokens: ApiTokens) {}

  /** The person's tokens, newest first, without the tokens themselves. */
  @Get()
  async list(@CurrentSession() session: Session): Promise<TokenPageResponse> {
    return wholeList((await this.tokens.list(session.accountId)).map((token) => TokenResponse.from(token)));
  }

  /** Makes a token, which is shown this once. It may do what the person may, within its scopes. */
  @Post()
  @Header('cache-control', 'no-store')
  async create(@CurrentSession() session: Session, @Body() body: CreateTokenRequest): Promise<NewTokenResponse> {
    const made = await this.tokens.create(session, body);
    return Object.assign(TokenResponse.from(made), { token: made.token });
  }

  /** Revokes a token, at once. */
  @Delete(':id')
  @HttpCode(204)
  @NeedsVersion()
  async revoke(@CurrentSession() session: Session, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    checkUnchanging(version);
    await this.tokens.revoke(session.accountId, id);
  }
}
