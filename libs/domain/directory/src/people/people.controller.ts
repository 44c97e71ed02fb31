import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IdParam, IfMatch, NeedsVersion } from '@platform/http';
import { Person } from '../person.entity';
import { CreatePersonRequest, PersonListQuery, UpdatePersonRequest } from './dto/person.request';
import { PersonListResponse, PersonResponse } from './dto/person.response';
import { PeopleQueries } from './people.queries';
import { PeopleService } from './people.service';

/** The people of a tenant. */
@ApiTags('people')
@Controller('api/v1/t/:tenant/people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly queries: PeopleQueries,
  ) {}

  /** People whom the caller may see; everybody sees themselves. */
  @Get()
  @Can('read', Person)
  @ApiOkResponse({ type: PersonListResponse })
  list(@CurrentActor() actor: Actor, @Query() query: PersonListQuery): Promise<PersonListResponse> {
    return this.queries.list(actor, query);
  }

  /** One person. */
  @Get(':id')
  @Can('read', Person)
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PersonResponse> {
    return this.queries.one(actor, id);
  }

  /** Adds a person without a login; to let somebody in, send an invitation. */
  @Post()
  @Can('create', Person)
  create(@CurrentActor() actor: Actor, @Body() body: CreatePersonRequest): Promise<PersonResponse> {
    return this.people.create(actor, body);
  }

  /** Changes name, phone, or the address of a person without a login. */
  @Patch(':id')
  @NeedsVersion()
  @Can('update', Person)
  update(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdatePersonRequest,
  ): Promise<PersonResponse> {
    return this.people.update(actor, id, version, body);
  }

  /** Ends all access of a person in this tenant at once. */
  @Post(':id/deactivate')
  @HttpCode(200)
  @Can('deactivate', Person)
  deactivate(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PersonResponse> {
    return this.people.deactivate(actor, id);
  }

  /** Lets a person be given access again. */
  @Post(':id/reactivate')
  @HttpCode(200)
  @Can('reactivate', Person)
  reactivate(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PersonResponse> {
    return this.people.reactivate(actor, id);
  }
}
