import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@platform/http';
import { expectedForm } from '../external-id';
import { organizationKinds, partnerSystemList } from '../organization-kind';
import { OrganizationKindsResponse } from './dto/organization.response';

const ANSWER: OrganizationKindsResponse = {
  kinds: organizationKinds.map(({ key, label, system, parentKinds, externalIdSchemes }) => ({
    ...{ key, label, system, parentKinds },
    externalIds: externalIdSchemes.map((scheme) => ({ scheme, expected: expectedForm(scheme) })),
  })),
  systems: [...partnerSystemList],
};

/** The one list of organization kinds, the same for all tenants. */
@ApiTags('organizations')
@Controller('api/v1/organization-kinds')
export class OrganizationKindsController {
  /** Kinds of organizations, their labels, and what may stand above them. */
  @Get()
  @Public('shipped reference data, the same for everybody')
  @Header('cache-control', 'public, max-age=3600')
  list(): OrganizationKindsResponse {
    return ANSWER;
  }
}
