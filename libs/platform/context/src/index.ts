export { sentFields } from './patch';
export { Actor, ALL, type ActorGrant, type ActorInit, type GrantScope, type Reach } from './actor';
export { currentRequest, runInRequest, type RequestContext } from './request-context';
export { Conflict, DomainError, Invalid, NotAllowed, NotFound, StaleVersion, type ErrorDetail } from './domain-error';
export { newId, isUuid } from './id';
