import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildDocument } from '../../apps/api/src/openapi';
import { TestApp } from '../support/app';
import { assessmentRoutes } from './assessment-routes';
import { attempt, type Route } from './attempt';
import { directoryRoutes, partnershipRoutes } from './directory-routes';
import { platformRoutes } from './platform-routes';
import type { RouteCase } from './route-case';
import { aWorld, type World } from './world';

const CASES: Record<string, RouteCase> = {
  ...platformRoutes,
  ...directoryRoutes,
  ...partnershipRoutes,
  ...assessmentRoutes,
};

/** Not allowed, not found, or naming a record that does not exist for the sender. */
const REFUSED = [403, 404, 422];

async function tenantRoutes(nest: NestFastifyApplication): Promise<Route[]> {
  const { paths } = await buildDocument(nest);
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1/t/'))
    .flatMap(([path, item]) =>
      Object.entries(item as Record<string, { operationId: string }>).map(([method, { operationId }]) => ({
        operationId,
        method,
        path,
      })),
    );
}

describe('isolation: every route that lies in a tenant', () => {
  let app: TestApp;
  let world: World;
  let routes: Route[];
  beforeAll(async () => {
    app = await TestApp.start();
    world = await aWorld(app);
    routes = await tenantRoutes(app.nest);
  }, 240_000);
  afterAll(() => app.close());

  it('has a case with a request that succeeds', () => {
    expect(routes.map((route) => route.operationId).filter((id) => !CASES[id])).toEqual([]);
    const known = new Set(routes.map((route) => route.operationId));
    expect(Object.keys(CASES).filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(Object.keys(CASES))('%s serves whom it is for, and nobody else', async (operationId) => {
    const route = routes.find((each) => each.operationId === operationId)!;
    const { as, arrange, outsider, elsewhere = 'refused' } = CASES[operationId];
    const arranged = await arrange(world);
    const { tenant, people } = world;
    const marker = arranged.marker ?? (route.method === 'get' ? Object.values(arranged.params ?? {})[0] : undefined);
    const send = (who: typeof people.admin | null, slug = tenant.slug) => attempt(world, route, arranged, who, slug);

    expect((await send(null)).status).toBe(401);
    expect((await send(people.foreign)).status).toBe(404);
    expect((await send(people.noRole)).status).toBe(404);
    if (elsewhere !== 'own') {
      const there = await send(people.foreign, world.elsewhere.slug);
      if (elsewhere === 'refused') expect(REFUSED).toContain(there.status);
      else expect([there.status, there.text.includes(marker!)]).toEqual([200, false]);
    }
    const other = await send(people.outsider);
    if (outsider === 'refused') expect(REFUSED).toContain(other.status);
    if (outsider === 'without') expect([other.status, other.text.includes(marker!)]).toEqual([200, false]);
    if (outsider === 'sees') expect([other.status < 300, other.text.includes(marker!)]).toEqual([true, true]);

    // the positive control comes last, on the same record: what was refused above was there all the time
    const allowed = await send(arranged.person ?? people[as]);
    expect([allowed.status >= 200 && allowed.status < 300, allowed.text]).toEqual([
      true,
      expect.stringContaining(marker ?? ''),
    ]);
  });
});
