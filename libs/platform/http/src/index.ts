export { DATA_POLICY, pagePolicy } from './content-policy';
export { HttpModule } from './http.module';
export { NotSignedIn, Unreadable, VersionRequired } from './http-errors';
export { ActorSource, Authenticator, type Identity, type KnownRequest } from './identity';
export { FirstOrVersion, IfMatch, NeedsFirstOrVersion, NeedsVersion } from './if-match';
export { ListQuery } from './list-query';
export { Logger } from './logger';
export { Metrics } from './metrics';
export { operationId } from './operation-id';
export { mapPage, type Page, type PageSpec, readPage, type SortField } from './page';
export { ProblemFilter } from './problem.filter';
export { readForm } from './read-form';
export {
  Can,
  CurrentActor,
  CurrentIdentity,
  DemoOnly,
  PlatformAdmin,
  Public,
  ROUTE_ACCESS,
  type RouteAccess,
  SignedIn,
} from './route-access';
export { httpAdapter, setupHttp } from './setup-http';
export { IdParam } from './uuid-param';
export { validation } from './validation';
