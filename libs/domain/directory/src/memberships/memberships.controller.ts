import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IdParam, IfMatch, NeedsVersion } from '@platform/http';
import { Membership } from '../person.entity';
import { CreateMembershipRequest, MembershipListQuery, UpdateMembershipRequest } from './dto/membership.request';
import { MembershipListResponse, MembershipResponse } from './dto/membership.response';
import { MembershipsService } from './memberships.service';

/** Who works for which organization. */
@ApiTags('memberships')
@Controller('api/v1/t/:tenant/memberships')
export class MembershipsController {
  constructor(private readonly memberships: MembershipsService) {}

  /** Memberships that the caller may see; everybody sees their own. */
  @Get()
  @Can('read', Membership)
  @ApiOkResponse({ type: MembershipListResponse })
  list(@CurrentActor() actor: Actor, @Query() query: MembershipListQuery): Promise<MembershipListResponse> {
    return this.memberships.list(actor, query);
  }

  /** One membership. */
  @Get(':id')
  @Can('read', Membership)
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<MembershipResponse> {
    return this.memberships.one(actor, id);
  }

  /** Makes a person a member of an organization. */
  @Post()
  @Can('create', Membership)
  create(@CurrentActor() actor: Actor, @Body() body: CreateMembershipRequest): Promise<MembershipResponse> {
    return this.memberships.create(actor, body);
  }

  /** Changes title or days; a last day also limits the roles held at the organization. */
  @Patch(':id')
  @NeedsVersion()
  @Can('update', Membership)
  update(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateMembershipRequest,
  ): Promise<MembershipResponse> {
    return this.memberships.update(actor, id, version, body);
  }

  /** Removes a membership that was made by mistake. */
  @Delete(':id')
  @HttpCode(204)
  @NeedsVersion()
  @Can('delete', Membership)
  delete(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.memberships.delete(actor, id, version);
  }
}
