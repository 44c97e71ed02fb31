import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '@platform/config';
import { NotFound } from '@platform/context';
import { Public } from '@platform/http';
import { DemoMailQuery } from './demo-mail.request';
import { DemoMailPageResponse, DemoMailResponse } from './demo-mail.response';
import { Mailbox, type StoredMail } from './mailbox';

const DEFAULT_LIMIT = 25;
const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;

/** The mails of the demo, which has no mail server. */
@Controller('api/v1/demo/mail')
export class DemoMailController {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly config: Config,
  ) {}

  /** The mails of the demo, newest first. */
  @Get()
  @Public('answers in the demo only, and only to this machine')
  async list(@Req() request: FastifyRequest, @Query() query: DemoMailQuery): Promise<DemoMailPageResponse> {
    this.admit(request);
    const mails = await this.matching(query.to?.toLowerCase());
    const start = query.cursor ? mails.findIndex((mail) => mail.id < query.cursor!) : 0;
    const rest = start < 0 ? [] : mails.slice(start);
    const items = rest.slice(0, query.limit ?? DEFAULT_LIMIT);
    return {
      items: items.map((mail) => DemoMailResponse.from(mail)),
      nextCursor: rest.length > items.length ? items.at(-1)!.id : null,
      total: mails.length,
      totalIsExact: true,
    };
  }

  /** One mail of the demo. */
  @Get(':id')
  @Public('answers in the demo only, and only to this machine')
  async one(@Req() request: FastifyRequest, @Param('id') id: string): Promise<DemoMailResponse> {
    this.admit(request);
    const mail = await this.mailbox.read(id);
    if (!mail) throw new NotFound('mail');
    return DemoMailResponse.from(mail);
  }

  /** @throws NotFound outside of the demo, and for everybody who is not on this machine. */
  private admit(request: FastifyRequest): void {
    if (!this.config.demo || !LOOPBACK.test(request.ip)) throw new NotFound('page');
  }

  private async matching(to: string | undefined): Promise<StoredMail[]> {
    const mails: StoredMail[] = [];
    for (const id of await this.mailbox.ids()) {
      const mail = await this.mailbox.read(id);
      if (mail && (!to || mail.to.some((address) => address.toLowerCase() === to))) mails.push(mail);
    }
    return mails;
  }
}
