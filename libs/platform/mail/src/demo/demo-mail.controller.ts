import { Controller, Get, Param, Query } from '@nestjs/common';
import { NotFound } from '@platform/context';
import { DemoOnly } from '@platform/http';
import { DemoMailQuery } from './demo-mail.request';
import { DemoMailPageResponse, DemoMailResponse } from './demo-mail.response';
import { Mailbox, type StoredMail } from './mailbox';

const DEFAULT_LIMIT = 25;

/** The mails of the demo, which has no mail server. */
@Controller('api/v1/demo/mail')
export class DemoMailController {
  constructor(private readonly mailbox: Mailbox) {}

  /** The mails of the demo, newest first. */
  @Get()
  @DemoOnly()
  async list(@Query() query: DemoMailQuery): Promise<DemoMailPageResponse> {
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
  @DemoOnly()
  async one(@Param('id') id: string): Promise<DemoMailResponse> {
    const mail = await this.mailbox.read(id);
    if (!mail) throw new NotFound('mail');
    return DemoMailResponse.from(mail);
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
