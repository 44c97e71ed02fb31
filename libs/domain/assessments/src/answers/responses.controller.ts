import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, FirstOrVersion, IdParam, IfMatch, NeedsFirstOrVersion, NeedsVersion } from '@platform/http';
import { Response } from './response.entity';
import { SaveResponseRequest } from './response.request';
import { MyResponses, ResponseItem } from './response.response';
import { ResponsesService } from './responses.service';

/** The caller's own answers. Nobody reads the answers of others here. */
@ApiTags('assessments')
@Controller('api/v1/t/:tenant/assessments/:id')
export class ResponsesController {
  constructor(private readonly responses: ResponsesService) {}

  /** The caller's own answers. */
  @Get('responses')
  @Can('read', Response)
  list(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<MyResponses> {
    return this.responses.mine(actor, id);
  }

  /** Saves one answer; a conflict answers 412 with the stored answer under `current`. */
  @Put('responses/:indicatorKey')
  @NeedsFirstOrVersion()
  @Can('update', Response)
  save(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Param('indicatorKey') indicatorKey: string,
    @FirstOrVersion() version: number | null,
    @Body() body: SaveResponseRequest,
  ): Promise<ResponseItem> {
    return this.responses.save(actor, id, indicatorKey, version, body);
  }

  /** Takes one answer back. */
  @Delete('responses/:indicatorKey')
  @NeedsVersion()
  @HttpCode(204)
  @Can('delete', Response)
  clear(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Param('indicatorKey') indicatorKey: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.responses.clear(actor, id, indicatorKey, version);
  }

  /** Hands the answers in. */
  @Post('submit')
  @HttpCode(200)
  @Can('submit', Response)
  submit(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<MyResponses> {
    return this.responses.submit(actor, id);
  }

  /** Takes the submission back while answering is open. */
  @Post('unsubmit')
  @HttpCode(200)
  @Can('submit', Response)
  unsubmit(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<MyResponses> {
    return this.responses.unsubmit(actor, id);
  }
}
