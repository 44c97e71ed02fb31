import type { ErrorDetail, GrantScope } from '@platform/context';
import { type Role, ROLES_WITH_END, SCOPES_OF_ROLE } from '../role';

/** An access grant as somebody wants it. */
export interface WantedGrant {
  role: Role;
  scope: GrantScope;
  scopeId: string | null;
  startsOn: string;
  endsOn: string | null;
}

/** Names of the fields in the request, which an invitation calls otherwise. */
export interface GrantPaths {
  endsOn: string;
}

/**
 * What is wrong with a grant by itself: a role has meaning only at its scopes, a node has to be named, and experts and
 * auditors have a last day. Source: domain roles, sections 1 and 4.2.
 */
export function faultsOfGrant(grant: WantedGrant, paths: GrantPaths = { endsOn: 'endsOn' }): ErrorDetail[] {
  const { role, scope, scopeId, startsOn, endsOn } = grant;
  const scopes = SCOPES_OF_ROLE[role];
  const faults: ErrorDetail[] = [];
  const fault = (path: string, rule: string, message: string) => faults.push({ path, rule, message });
  if (!scopes.includes(scope)) fault('scope', 'scope-of-role', `The role ${role} is given at: ${scopes.join(', ')}.`);
  if (scope === 'tenant' && scopeId) fault('scopeId', 'no-node', 'The scope "tenant" has no scopeId: leave it out.');
  if (scope !== 'tenant' && !scopeId) fault('scopeId', 'node', `Name the ${scope} by its id.`);
  if (ROLES_WITH_END.includes(role) && !endsOn)
    fault(paths.endsOn, 'end-required', `Access as ${role} is limited in time: give its last day.`);
  if (endsOn && endsOn < startsOn)
    fault(paths.endsOn, 'not-before-start', 'The last day must not lie before the first.');
  return faults;
}
