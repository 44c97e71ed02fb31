import { Actor, type ActorGrant, ALL } from './actor';
import { Conflict, DomainError, Invalid, NotFound, StaleVersion } from './domain-error';
import { isUuid, newId } from './id';
import { currentRequest, runInRequest } from './request-context';

const grant = (
  role: string,
  organizationIds: ActorGrant['organizationIds'],
  partnershipIds: string[] = [],
): ActorGrant => ({
  ...{ role, scope: 'organization', scopeId: 'o', organizationIds, partnershipIds },
});
const actor = (...grants: ActorGrant[]) => new Actor({ kind: 'person', tenantId: newId(), via: 'session:x', grants });

describe('an actor', () => {
  it('reaches what its roles reach together, each thing once', () => {
    const ana = actor(grant('coach', ['a', 'b'], ['p']), grant('lead', ['b', 'c'], ['p', 'q']));
    expect(ana.organizationsAs()).toEqual(['a', 'b', 'c']);
    expect(ana.organizationsAs('lead')).toEqual(['b', 'c']);
    expect(ana.partnershipsAs('coach', 'lead')).toEqual(['p', 'q']);
    expect(ana.organizationsAs('funder')).toEqual([]);
  });

  it('reaches everything as soon as one of the roles does', () => {
    const ana = actor(grant('coach', ['a']), grant('state_admin', ALL));
    expect(ana.organizationsAs()).toBe(ALL);
    expect(ana.organizationsAs('coach')).toEqual(['a']);
  });

  it('has the roles that it was granted, and without grants none', () => {
    expect(actor(grant('coach', [])).is('lead', 'coach')).toBe(true);
    expect(actor().is('lead', 'coach')).toBe(false);
    expect(Actor.system(newId(), 'job:x').is('state_admin')).toBe(false);
  });
});

describe('ids', () => {
  it('come in the order of time', () => {
    const ids = Array.from({ length: 1000 }, () => newId());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(1000);
  });

  it('are known by their form', () => {
    expect(isUuid(newId())).toBe(true);
    for (const text of ['', 'x', `${newId()}x`, newId().replace('-', ''), `${newId()}\n`, 7, null, undefined])
      expect(isUuid(text)).toBe(false);
  });
});

describe('the context of a request', () => {
  const context = (requestId: string) => ({ requestId, operation: 'x', locale: 'en' });

  it('reaches everything that is awaited, and nothing beside it', async () => {
    const seen = await Promise.all(
      ['a', 'b'].map((id) =>
        runInRequest(context(id), async () => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          return currentRequest()?.requestId;
        }),
      ),
    );
    expect(seen).toEqual(['a', 'b']);
    expect(currentRequest()).toBeUndefined();
  });
});

describe('a refusal', () => {
  it('carries its status, its code and the field', () => {
    expect(Invalid.field('a.b', 'max', 'Too much.')).toMatchObject({
      ...{ status: 422, code: 'invalid', name: 'Invalid', message: 'Too much.' },
      errors: [{ path: 'a.b', rule: 'max', message: 'Too much.' }],
    });
    expect(new NotFound('plan').message).toBe('There is no such plan, or you may not see it.');
    expect(new StaleVersion(3)).toMatchObject({ status: 412, currentVersion: 3 });
    expect(new Conflict('x.y', 'No.')).toBeInstanceOf(DomainError);
  });
});
