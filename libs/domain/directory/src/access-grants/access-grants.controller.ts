import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IdParam, IfMatch, NeedsVersion } from '@platform/http';
import { AccessGrant } from '../access-grant.entity';
import { AccessGrantsQueries } from './access-grants.queries';
import { AccessGrantsService } from './access-grants.service';
import { AccessGrantListQuery, CreateAccessGrantRequest, UpdateAccessGrantRequest } from './dto/access-grant.request';
import { AccessGrantListResponse, AccessGrantResponse } from './dto/access-grant.response';

/** Who holds which role where, and until when. */
@ApiTags('access-grants')
@Controller('api/v1/t/:tenant/access-grants')
export class AccessGrantsController {
  constructor(
    private readonly grants: AccessGrantsService,
    private readonly queries: AccessGrantsQueries,
  ) {}

  /** Access grants that the caller may see; everybody sees their own. */
  @Get()
  @Can('read', AccessGrant)
  @ApiOkResponse({ type: AccessGrantListResponse })
  list(@CurrentActor() actor: Actor, @Query() query: AccessGrantListQuery): Promise<AccessGrantListResponse> {
    return this.queries.list(actor, query);
  }

  /** One access grant. */
  @Get(':id')
  @Can('read', AccessGrant)
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AccessGrantResponse> {
    return this.queries.one(actor, id);
  }

  /** Gives a role to a person of the tenant. */
  @Post()
  @Can('create', AccessGrant)
  create(@CurrentActor() actor: Actor, @Body() body: CreateAccessGrantRequest): Promise<AccessGrantResponse> {
    return this.grants.create(actor, body);
  }

  /** Changes the days or the reason. */
  @Patch(':id')
  @NeedsVersion()
  @Can('update', AccessGrant)
  update(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateAccessGrantRequest,
  ): Promise<AccessGrantResponse> {
    return this.grants.update(actor, id, version, body);
  }

  /** Ends access at once. */
  @Post(':id/end')
  @HttpCode(200)
  @Can('end', AccessGrant)
  end(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AccessGrantResponse> {
    return this.grants.end(actor, id);
  }
}
