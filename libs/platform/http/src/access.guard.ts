import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Access } from '@platform/access';
import { Config } from '@platform/config';
import { NotAllowed, NotFound, currentRequest } from '@platform/context';
import { ActorSource, Authenticator, type Identity, type KnownRequest } from './identity';
import { NotSignedIn } from './http-errors';
import { operationId } from './operation-id';
import { ROUTE_ACCESS, type RouteAccess } from './route-access';

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Whether an API token's scopes cover this request: `<collection>:read` or `:write`, `*` for every collection. */
function covered(identity: Identity, method: string, path: string): boolean {
  if (!identity.scopes) return true;
  const verb = READS.includes(method) ? 'read' : 'write';
  const collection = path.replace(/^\/api\/v1\/(t\/[^/]+\/)?/, '').split(/[/?]/)[0];
  return identity.scopes.some((scope) => scope === `${collection}:${verb}` || scope === `*:${verb}`);
}

/** Refuses every route that does not say whom it serves, and every caller whom it does not serve. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: Access,
    private readonly authenticator: Authenticator,
    private readonly actors: ActorSource,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!route) throw new NotAllowed('This address serves nobody: it declares no permission.');
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const running = currentRequest();
    if (running) running.operation = operationId(context.getClass().name, context.getHandler().name);
    if (route.kind === 'public') return true;
    if (route.kind === 'demo') return this.admitToDemo(request);
    request.identity = (await this.authenticator.authenticate(request)) ?? undefined;
    if (!request.identity) throw new NotSignedIn();
    if (!covered(request.identity, request.method, request.url))
      throw new NotAllowed('The scopes of this API token do not cover this address.');
    await this.admit(route, request, request.identity);
    return true;
  }

  private admitToDemo(request: KnownRequest): boolean {
    if (!this.config.demo || !LOOPBACK.test(request.ip)) throw new NotFound('page');
    return true;
  }

  private async admit(route: RouteAccess, request: KnownRequest, identity: Identity): Promise<void> {
    if (route.kind === 'platform-admin' && !identity.platformAdmin)
      throw new NotAllowed('Only a platform administrator may do this.');
    if (route.kind !== 'can') return;
    const { tenant } = request.params as { tenant?: string };
    request.actor = (tenant && (await this.actors.actorFor(identity, tenant))) || undefined;
    if (!request.actor) throw new NotFound('tenant');
    if (!this.access.mayEver(request.actor, route.action, route.subject)) throw new NotAllowed();
  }
}
