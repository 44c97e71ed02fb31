import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DemoOnly } from '@platform/http';
import { DemoPeople } from './demo-people';
import { DemoPeopleResponse } from './demo-people.response';

/** Who can be played in the demo. */
@ApiTags('demo')
@Controller('api/v1/demo/people')
export class DemoPeopleController {
  constructor(private readonly people: DemoPeople) {}

  /** The demo people with their password, for the cards of the sign-in page. */
  @Get()
  @DemoOnly()
  list(): Promise<DemoPeopleResponse> {
    return this.people.all();
  }
}
