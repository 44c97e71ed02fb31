import { jobType } from '@platform/outbox';
import { EventHandlers } from './event-handlers';

const nothing = async () => undefined;

describe('the handlers of events', () => {
  it('takes two handlers of one event under different names', () => {
    const handlers = new EventHandlers();
    handlers.on('test.fact-happened.v1', 'first', nothing);
    handlers.on('test.fact-happened.v1', 'second', nothing);
    expect(handlers.namesFor('test.fact-happened.v1')).toEqual(['first', 'second']);
  });

  it('refuses a second handler of an event under the same name', () => {
    const handlers = new EventHandlers();
    handlers.on('test.fact-happened.v1', 'first', nothing);
    expect(() => handlers.on('test.fact-happened.v1', 'first', nothing)).toThrow(/registered twice/);
  });

  it('refuses names and types that do not follow the conventions', () => {
    const handlers = new EventHandlers();
    expect(() => handlers.on('factHappened', 'first', nothing)).toThrow(/no event type/);
    expect(() => handlers.on('test.fact-happened.v1', 'First, second', nothing)).toThrow(/no handler name/);
    expect(() => handlers.daily('digest', '25:00', nothing)).toThrow(/no time of day/);
  });

  it('refuses a schedule that is registered twice', () => {
    const handlers = new EventHandlers();
    handlers.every('clean', { everyMs: 1000 }, nothing);
    expect(() => handlers.every('clean', { everyMs: 1000 }, nothing)).toThrow(/registered twice/);
  });

  it('does not let the worker start while a declared job has no handler', () => {
    const handlers = new EventHandlers();
    const type = jobType('test.thing-ordered.v1');
    expect(() => handlers.check()).toThrow(/test\.thing-ordered\.v1 must have exactly one handler, but has 0/);
    handlers.on(type, 'do-thing', nothing);
    expect(() => handlers.check()).not.toThrow();
    handlers.on(type, 'do-thing-too', nothing);
    expect(() => handlers.check()).toThrow(/but has 2/);
  });
});
