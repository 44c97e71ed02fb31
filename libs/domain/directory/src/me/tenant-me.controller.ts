import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor } from '@platform/http';
import { Person } from '../person.entity';
import { TenantMeResponse } from './dto/tenant-me.response';
import { TenantMeQueries } from './tenant-me.queries';

/** Who the caller is in a tenant. */
@ApiTags('me')
@Controller('api/v1/t/:tenant/me')
export class TenantMeController {
  constructor(private readonly me: TenantMeQueries) {}

  /** Person, roles, organizations and partnerships of the caller here, and the settings that every page needs. */
  @Get()
  @Can('read', Person)
  @Header('cache-control', 'no-store')
  get(@CurrentActor() actor: Actor): Promise<TenantMeResponse> {
    return this.me.get(actor);
  }
}
