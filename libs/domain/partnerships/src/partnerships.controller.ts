import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IdParam, IfMatch, NeedsVersion } from '@platform/http';
import {
  AddMemberRequest,
  ChangeGoalRequest,
  ChangeMemberRequest,
  CreatePartnershipRequest,
  GoalRequest,
  PartnershipListQuery,
  UpdatePartnershipRequest,
} from './dto/partnership.request';
import { PartnershipListResponse, PartnershipResponse } from './dto/partnership.response';
import { Partnership } from './partnership.entity';
import { PartnershipsQueries } from './partnerships.queries';
import { PartnershipsService } from './partnerships.service';

/** Partnerships with their members and goals. Every change answers the whole partnership as it is then. */
@ApiTags('partnerships')
@Controller('api/v1/t/:tenant/partnerships')
export class PartnershipsController {
  constructor(
    private readonly partnerships: PartnershipsService,
    private readonly queries: PartnershipsQueries,
  ) {}

  /** Partnerships that the caller may see. */
  @Get()
  @Can('read', Partnership)
  @ApiOkResponse({ type: PartnershipListResponse })
  list(@CurrentActor() actor: Actor, @Query() query: PartnershipListQuery): Promise<PartnershipListResponse> {
    return this.queries.list(actor, query);
  }

  /** One partnership. */
  @Get(':id')
  @Can('read', Partnership)
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PartnershipResponse> {
    return this.queries.one(actor, id);
  }

  /** Makes a partnership. */
  @Post()
  @Can('create', Partnership)
  async create(@CurrentActor() actor: Actor, @Body() body: CreatePartnershipRequest): Promise<PartnershipResponse> {
    const { id } = await this.partnerships.create(actor, body);
    return this.queries.one(actor, id);
  }

  /** Changes name, region, vision or status. */
  @Patch(':id')
  @NeedsVersion()
  @Can('update', Partnership)
  async update(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdatePartnershipRequest,
  ): Promise<PartnershipResponse> {
    await this.partnerships.update(actor, id, version, body);
    return this.queries.one(actor, id);
  }

  /** Adds an organization as a member. */
  @Post(':id/members')
  @Can('update', Partnership)
  async addMember(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: AddMemberRequest,
  ): Promise<PartnershipResponse> {
    await this.partnerships.addMember(actor, id, body);
    return this.queries.one(actor, id);
  }

  /** Changes a member's role or days. */
  @Patch(':id/members/:memberId')
  @NeedsVersion()
  @Can('update', Partnership)
  async changeMember(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('memberId') memberId: string,
    @IfMatch() version: number,
    @Body() body: ChangeMemberRequest,
  ): Promise<PartnershipResponse> {
    await this.partnerships.changeMember(actor, id, memberId, version, body);
    return this.queries.one(actor, id);
  }

  /** Removes a member that was added by mistake. */
  @Delete(':id/members/:memberId')
  @NeedsVersion()
  @HttpCode(204)
  @Can('update', Partnership)
  removeMember(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('memberId') memberId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.partnerships.removeMember(actor, id, memberId, version);
  }

  /** Adds a goal. */
  @Post(':id/goals')
  @Can('update', Partnership)
  async addGoal(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: GoalRequest,
  ): Promise<PartnershipResponse> {
    await this.partnerships.addGoal(actor, id, body);
    return this.queries.one(actor, id);
  }

  /** Changes a goal. */
  @Patch(':id/goals/:goalId')
  @NeedsVersion()
  @Can('update', Partnership)
  async changeGoal(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('goalId') goalId: string,
    @IfMatch() version: number,
    @Body() body: ChangeGoalRequest,
  ): Promise<PartnershipResponse> {
    await this.partnerships.changeGoal(actor, id, goalId, version, body);
    return this.queries.one(actor, id);
  }

  /** Removes a goal. */
  @Delete(':id/goals/:goalId')
  @NeedsVersion()
  @HttpCode(204)
  @Can('update', Partnership)
  removeGoal(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('goalId') goalId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.partnerships.removeGoal(actor, id, goalId, version);
  }
}
