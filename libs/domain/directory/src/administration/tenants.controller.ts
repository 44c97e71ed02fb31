import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CurrentIdentity,
  type Identity,
  IdParam,
  IfMatch,
  ListQuery,
  NeedsVersion,
  PlatformAdmin,
} from '@platform/http';
import { CreateTenantRequest, UpdateTenantRequest } from './dto/tenant.request';
import { TenantListResponse, TenantResponse } from './dto/tenant.response';
import { type Administrator, TenantsAdministration } from './tenants-administration';

const by = ({ accountId, via }: Identity): Administrator => ({ accountId, via });

/** The tenants of this installation, for platform administrators: they see none of the records inside. */
@ApiTags('tenants')
@Controller('api/v1/tenants')
@PlatformAdmin()
export class TenantsController {
  constructor(private readonly tenants: TenantsAdministration) {}

  /** All tenants by name. */
  @Get()
  @ApiOkResponse({ type: TenantListResponse })
  async list(@Query() query: ListQuery): Promise<TenantListResponse> {
    const { items, ...page } = await this.tenants.list(query);
    return { items: items.map((tenant) => TenantResponse.from(tenant)), ...page, totalIsExact: true };
  }

  /** One tenant. */
  @Get(':id')
  async one(@IdParam() id: string): Promise<TenantResponse> {
    return TenantResponse.from(await this.tenants.one(id));
  }

  /** Makes a tenant and invites its first state administrator by mail. */
  @Post()
  async create(@CurrentIdentity() identity: Identity, @Body() body: CreateTenantRequest): Promise<TenantResponse> {
    return TenantResponse.from((await this.tenants.create(by(identity), body)).tenant);
  }

  /** Renames a tenant. */
  @Patch(':id')
  @NeedsVersion()
  async rename(
    @CurrentIdentity() identity: Identity,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateTenantRequest,
  ): Promise<TenantResponse> {
    return TenantResponse.from(await this.tenants.rename(by(identity), id, version, body.name));
  }

  /** Closes a tenant to everybody at once; nothing is lost. */
  @Post(':id/suspend')
  @HttpCode(200)
  async suspend(@CurrentIdentity() identity: Identity, @IdParam() id: string): Promise<TenantResponse> {
    return TenantResponse.from(await this.tenants.setStatus(by(identity), id, 'suspended'));
  }

  /** Opens a suspended tenant again. */
  @Post(':id/resume')
  @HttpCode(200)
  async resume(@CurrentIdentity() identity: Identity, @IdParam() id: string): Promise<TenantResponse> {
    return TenantResponse.from(await this.tenants.setStatus(by(identity), id, 'active'));
  }
}
