import { Test } from '@nestjs/testing';
import { AccessModule } from '@platform/access';
import { AuthWorkerModule, Sessions } from '@platform/auth';
import { ClockModule, MachineClock } from '@platform/clock';
import { Config, ConfigModule } from '@platform/config';
import { DatabaseModule } from '@platform/database';
import { EventHandlers } from '@platform/jobs';
import { LinksWorkerModule } from '@platform/links';
import { testConfig } from '../support/core';
import { type SignInApp, startSignInApp } from './sign-in-app';
import { Global, Module } from '@nestjs/common';

const schedules = new Map<string, () => Promise<void>>();

@Global()
@Module({
  providers: [
    {
      provide: EventHandlers,
      useValue: { every: (name: string, _: object, run: () => Promise<void>) => schedules.set(name, run) },
    },
  ],
  exports: [EventHandlers],
})
class Schedules {}

let app: SignInApp;

beforeAll(async () => {
  app = await startSignInApp();
});

afterAll(() => app.close());

it('removes what has ended and keeps what has not', async () => {
  const worker = await Test.createTestingModule({
    imports: [ConfigModule, ClockModule, DatabaseModule, AccessModule, Schedules, AuthWorkerModule, LinksWorkerModule],
  })
    .overrideProvider(Config)
    .useValue(testConfig(app.storage))
    .compile();
  await worker.init();
  try {
    const { id } = await app.accounts.ensure({ email: 'ada@example.org', displayName: 'Ada' });
    await app.sessions.open(id);
    jest.spyOn(worker.get(MachineClock), 'now').mockReturnValue(new Date(Date.now() + 4 * 3_600_000));
    await worker.get(Sessions).open(id);
    jest.spyOn(worker.get(MachineClock), 'now').mockReturnValue(new Date(Date.now() + 9 * 3_600_000));
    await app.asSuperuser(`insert into link (id, token_hash, purpose, subject_kind, subject_id, payload, created_at, expires_at)
      select gen_random_uuid(), age, 'sign', 'agreement', gen_random_uuid(), '{}', now(), now() - age::interval
      from unnest(array['29 days', '31 days']) age`);
    expect([...schedules.keys()].sort()).toEqual(['clean-up-links', 'clean-up-sign-in']);
    for (const run of schedules.values()) await run();
    expect(await app.asSuperuser('select 1 from session')).toHaveLength(1);
    expect(await app.asSuperuser('select token_hash from link')).toEqual([{ token_hash: '29 days' }]);
  } finally {
    await worker.close();
  }
});
