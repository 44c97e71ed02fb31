import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IfMatch, NeedsVersion } from '@platform/http';
import { UpdateSettingsRequest } from './dto/settings.request';
import { SettingsResponse } from './dto/settings.response';
import { SettingsService } from './settings.service';
import { TenantSettingsRow } from './tenant-settings-row.entity';

/** What a tenant decides for itself. */
@ApiTags('settings')
@Controller('api/v1/t/:tenant/settings')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  /** The settings with what a page needs to show and change them. */
  @Get()
  @Can('read', TenantSettingsRow)
  get(@CurrentActor() actor: Actor): Promise<SettingsResponse> {
    return this.settings.get(actor);
  }

  /** Changes settings; null brings a default back. */
  @Patch()
  @NeedsVersion()
  @Can('update', TenantSettingsRow)
  update(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() body: UpdateSettingsRequest,
  ): Promise<SettingsResponse> {
    return this.settings.update(actor, version, body.values);
  }
}
