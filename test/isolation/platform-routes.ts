import { newId } from '@platform/context';
import { FileAccess } from '@platform/files';
import { DeadLetter } from '@platform/jobs';
import { aRegion, inTenant, unique } from '../support/builders/directory';
import { attempt } from './attempt';
import type { Arranged, RouteCase } from './route-case';
import type { World } from './world';

const PURPOSE = 'isolation-test';

/** A text file that nobody but its owner may read. */
function fileOf(world: World): Arranged {
  const access = world.app.nest.get(FileAccess);
  if (!access.names.includes(PURPOSE)) access.register({ name: PURPOSE, mayRead: () => Promise.resolve(false) });
  return { upload: { name: 'plan.txt', bytes: Buffer.from(`A plan ${unique()}`), fields: { purpose: PURPOSE } } };
}

async function storedFile(world: World): Promise<{ id: string; version: number }> {
  const route = { operationId: 'files.upload', method: 'post', path: '/api/v1/t/{tenant}/files' };
  const answer = await attempt(world, route, fileOf(world), world.people.district, world.tenant.slug);
  return JSON.parse(answer.text);
}

async function deadLetter(world: World): Promise<string> {
  const failedAt = world.app.clock.now();
  const values = {
    eventId: newId(),
    eventType: 'test.happened.v1',
    handler: 'test',
    error: 'Error',
    attempts: 5,
    failedAt,
  };
  return inTenant(world.app, world.tenant, async (tx) => {
    await tx.query(
      `insert into outbox (id, tenant_id, type, payload, run_after, created_at, relayed_at) values ($1, $2, $3, '{}', $4, $4, $4)`,
      [values.eventId, tx.tenantId, values.eventType, failedAt],
    );
    return (await tx.rows(DeadLetter).insert(values)).id;
  });
}

/** Cases of the routes of the platform. */
export const platformRoutes: Record<string, RouteCase> = {
  'auditEvents.list': {
    as: 'admin',
    outsider: 'refused',
    elsewhere: 'without',
    arrange: async (world) => {
      const { id } = await aRegion(world.app, world.tenant);
      return { marker: id, query: `?recordKind=region&recordId=${id}` };
    },
  },
  'files.upload': {
    as: 'district',
    outsider: 'sees',
    elsewhere: 'own',
    arrange: (world) => ({ ...fileOf(world), marker: '' }),
  },
  'files.list': {
    as: 'district',
    outsider: 'without',
    elsewhere: 'without',
    arrange: async (world) => ({ marker: (await storedFile(world)).id }),
  },
  'files.one': {
    as: 'district',
    outsider: 'refused',
    arrange: async (world) => ({ params: { id: (await storedFile(world)).id } }),
  },
  'files.content': {
    as: 'district',
    outsider: 'refused',
    arrange: async (world) => ({ params: { id: (await storedFile(world)).id }, marker: 'A plan' }),
  },
  'files.delete': {
    as: 'district',
    outsider: 'refused',
    arrange: async (world) => {
      const { id, version } = await storedFile(world);
      return { params: { id }, version };
    },
  },
  'jobs.list': {
    as: 'admin',
    outsider: 'refused',
    elsewhere: 'without',
    arrange: async (world) => ({ marker: await deadLetter(world) }),
  },
  'jobs.replay': {
    as: 'admin',
    outsider: 'refused',
    arrange: async (world) => ({ params: { id: await deadLetter(world) } }),
  },
};
