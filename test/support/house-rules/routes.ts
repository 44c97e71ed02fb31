import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { operationId, ROUTE_ACCESS, type RouteAccess } from '@platform/http';

type Class = abstract new (...args: never[]) => unknown;
type Imported = Class | { module: Class; imports?: Imported[]; controllers?: Class[] };

/** A route as its decorators declare it. */
export interface DeclaredRoute {
  method: string;
  path: string;
  operation: string;
  access?: RouteAccess;
}

const list = <T>(key: string, target: object) => (Reflect.getMetadata(key, target) ?? []) as T[];

/** Controllers of a module and of everything it imports. */
function controllersOf(imported: Imported, seen = new Set<Class>()): Class[] {
  const module = 'module' in imported ? imported.module : imported;
  if (seen.has(module)) return [];
  seen.add(module);
  const dynamic = 'module' in imported ? imported : undefined;
  const inner = [...list<Imported>(MODULE_METADATA.IMPORTS, module), ...(dynamic?.imports ?? [])];
  const own = [...list<Class>(MODULE_METADATA.CONTROLLERS, module), ...(dynamic?.controllers ?? [])];
  return [...own, ...inner.flatMap((next) => controllersOf(next, seen))];
}

const paths = (value: unknown) => [value ?? ''].flat().map(String);
const join = (...parts: string[]) => `/${parts.join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');

/** Every route of an application, read from the decorators. */
export function routesOf(root: Class): DeclaredRoute[] {
  return controllersOf(root).flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
      const handler = (controller.prototype as Record<string, object>)[name];
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (typeof handler !== 'function' || method === undefined) return [];
      const access = (Reflect.getMetadata(ROUTE_ACCESS, handler) ?? Reflect.getMetadata(ROUTE_ACCESS, controller)) as
        RouteAccess | undefined;
      return paths(Reflect.getMetadata(PATH_METADATA, controller)).flatMap((base) =>
        paths(Reflect.getMetadata(PATH_METADATA, handler)).map((path) => ({
          method: RequestMethod[method],
          path: join(base, path),
          operation: operationId(controller.name, name),
          access,
        })),
      );
    }),
  );
}

function twice(values: string[], what: string): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))].map(
    (value) => `${value}: ${what}`,
  );
}

/** What is wrong with the routes: permissions, and names and addresses that are used twice. */
export function routeViolations(routes: DeclaredRoute[]): string[] {
  const each = routes.flatMap(({ method, path, access }) => {
    const route = `${method} ${path}`;
    const ofTenant = /^\/api\/v1\/t\/:tenant\//.test(path);
    if (!access) return [`${route}: declares no permission`];
    if (access.kind === 'can' && !ofTenant)
      return [`${route}: has a permission in a tenant but no tenant in its address`];
    if (access.kind !== 'can' && ofTenant) return [`${route}: lies in a tenant but asks for no permission there`];
    if (access.kind === 'public' && access.why.length < 10) return [`${route}: does not say why it may serve anybody`];
    return [];
  });
  const named = routes.filter((route, index) => routes.findIndex((r) => r.operation === route.operation) === index);
  return [
    ...each,
    ...twice(
      routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':x')}`),
      'is declared twice',
    ),
    ...(named.length === routes.length
      ? []
      : twice(
          routes.map((route) => route.operation),
          'names two routes',
        )),
  ];
}
