import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { Public } from '@platform/http';
import { LinkResponse } from './link.response';
import { Links } from './links.service';

/** What the page of a one-time link asks: what it is, and to carry it out. */
@Controller('api/v1/links')
export class LinksController {
  constructor(private readonly links: Links) {}

  /** What the link is for. Changes nothing; the same 404 for every link that does not work. */
  @Get(':token')
  @Header('cache-control', 'no-store')
  @Public('whoever holds the link may see what it is about')
  async get(@Param('token') token: string): Promise<LinkResponse> {
    return LinkResponse.from(await this.links.look(token));
  }

  /** Carries out what the link is for, once. What to send depends on its purpose. */
  @Post(':token')
  @HttpCode(200)
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  @Public('whoever holds the link may do the one thing it is for')
  redeem(@Param('token') token: string, @Body() body: object): Promise<Record<string, unknown>> {
    return this.links.redeem(token, body);
  }
}
