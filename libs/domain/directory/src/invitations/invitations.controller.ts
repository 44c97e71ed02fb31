import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IdParam } from '@platform/http';
import { Invitation } from '../invitation.entity';
import { CreateInvitationRequest, InvitationListQuery } from './dto/invitation.request';
import { InvitationListResponse, InvitationResponse } from './dto/invitation.response';
import { InvitationsQueries } from './invitations.queries';
import { InvitationsService } from './invitations.service';

/** Invitations straight into a role. They are accepted with their link, under `/api/v1/links`. */
@ApiTags('invitations')
@Controller('api/v1/t/:tenant/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly queries: InvitationsQueries,
  ) {}

  /** Invitations that the caller may see. */
  @Get()
  @Can('read', Invitation)
  @ApiOkResponse({ type: InvitationListResponse })
  list(@CurrentActor() actor: Actor, @Query() query: InvitationListQuery): Promise<InvitationListResponse> {
    return this.queries.list(actor, query);
  }

  /** One invitation. */
  @Get(':id')
  @Can('read', Invitation)
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<InvitationResponse> {
    return this.queries.one(actor, id);
  }

  /** Invites somebody by mail with a one-time link of 14 days. */
  @Post()
  @Can('create', Invitation)
  create(@CurrentActor() actor: Actor, @Body() body: CreateInvitationRequest): Promise<InvitationResponse> {
    return this.invitations.create(actor, body);
  }

  /** Sends a new link; the one before stops working. */
  @Post(':id/resend')
  @HttpCode(200)
  @Can('resend', Invitation)
  resend(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<InvitationResponse> {
    return this.invitations.resend(actor, id);
  }

  /** Withdraws an invitation: its link stops working. */
  @Post(':id/revoke')
  @HttpCode(200)
  @Can('revoke', Invitation)
  revoke(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<InvitationResponse> {
    return this.invitations.revoke(actor, id);
  }
}
