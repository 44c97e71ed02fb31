import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdParam, SignedIn } from '@platform/http';
import { InstrumentListResponse, InstrumentResponse } from './instrument.response';
import { Instruments } from './instruments';

/** Instruments are the same for all tenants. */
@ApiTags('instruments')
@Controller('api/v1/instruments')
export class InstrumentsController {
  constructor(private readonly instruments: Instruments) {}

  /** All versions of all instruments, current ones first. */
  @Get()
  @SignedIn()
  async list(): Promise<InstrumentListResponse> {
    return InstrumentListResponse.from(await this.instruments.list());
  }

  /** One version with its elements, strategies, indicators and descriptors. It never changes. */
  @Get(':id')
  @SignedIn()
  @Header('cache-control', 'private, max-age=31536000, immutable')
  @ApiOkResponse({ type: InstrumentResponse })
  async one(
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstrumentResponse | undefined> {
    const instrument = await this.instruments.byId(id);
    const etag = `"${instrument.id}"`;
    void reply.header('etag', etag);
    if (request.headers['if-none-match'] !== etag) return InstrumentResponse.from(instrument);
    void reply.status(304);
    return undefined;
  }
}
