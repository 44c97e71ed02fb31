import type { INestApplicationContext } from '@nestjs/common';
import { type Tenant, Tenants } from '@domain/directory';
import { CommandError } from './command.error';

/** The tenant of `--tenant`, or all of them. @throws CommandError when there is none of that name */
export async function namedTenants(services: INestApplicationContext, slug?: string): Promise<Tenant[]> {
  const tenants = await services.get(Tenants, { strict: false }).all();
  const found = tenants.filter((tenant) => !slug || tenant.slug === slug);
  if (slug && found.length === 0)
    throw new CommandError(
      `There is no tenant "${slug}"; there are ${tenants.map((tenant) => tenant.slug).join(', ')}.`,
    );
  return found;
}
