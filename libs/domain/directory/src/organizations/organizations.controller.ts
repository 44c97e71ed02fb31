import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IdParam, IfMatch, NeedsVersion } from '@platform/http';
import { Organization } from '../organization.entity';
import {
  CreateOrganizationRequest,
  OrganizationListQuery,
  UpdateOrganizationRequest,
} from './dto/organization.request';
import { OrganizationListResponse, OrganizationResponse } from './dto/organization.response';
import { OrganizationsQueries } from './organizations.queries';
import { OrganizationsService } from './organizations.service';

/** Organizations of every kind: districts, schools, colleges, employers, agencies, funders. */
@ApiTags('organizations')
@Controller('api/v1/t/:tenant/organizations')
export class OrganizationsController {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly queries: OrganizationsQueries,
  ) {}

  /** Organizations that the caller may see. */
  @Get()
  @Can('read', Organization)
  @ApiOkResponse({ type: OrganizationListResponse })
  list(@CurrentActor() actor: Actor, @Query() query: OrganizationListQuery): Promise<OrganizationListResponse> {
    return this.queries.list(actor, query);
  }

  /** One organization. */
  @Get(':id')
  @Can('read', Organization)
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OrganizationResponse> {
    return this.queries.one(actor, id);
  }

  /** Adds an organization. Answers 409 `possible-duplicate` with candidates when it seems to be there already. */
  @Post()
  @Can('create', Organization)
  create(@CurrentActor() actor: Actor, @Body() body: CreateOrganizationRequest): Promise<OrganizationResponse> {
    return this.organizations.create(actor, body);
  }

  /** Changes an organization. */
  @Patch(':id')
  @NeedsVersion()
  @Can('update', Organization)
  update(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateOrganizationRequest,
  ): Promise<OrganizationResponse> {
    return this.organizations.update(actor, id, version, body);
  }

  /** Marks an organization as closed. */
  @Post(':id/close')
  @HttpCode(200)
  @Can('close', Organization)
  close(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OrganizationResponse> {
    return this.organizations.close(actor, id);
  }

  /** Opens a closed organization again. */
  @Post(':id/reopen')
  @HttpCode(200)
  @Can('reopen', Organization)
  reopen(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OrganizationResponse> {
    return this.organizations.reopen(actor, id);
  }

  /** Deletes an organization that nothing refers to. */
  @Delete(':id')
  @HttpCode(204)
  @NeedsVersion()
  @Can('delete', Organization)
  delete(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.organizations.delete(actor, id, version);
  }
}
