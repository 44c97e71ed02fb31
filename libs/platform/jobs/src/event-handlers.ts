import { Injectable } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { declaredJobTypes, type DomainEvent } from '@platform/outbox';
import { HandlersInvalid } from './jobs.errors';

/** An event as a handler gets it. */
export interface ReceivedEvent {
  id: string;
  type: string;
  tenantId: string;
  payload: DomainEvent['payload'];
  /** Request that made the event, if a request did. */
  requestId: string | null;
  /** The clock's instant at which it happened. */
  at: Date;
}

/** Reacts to an event inside one transaction of the event's tenant: all of it happens once, or not yet. */
export type Handle = (tx: Tx, event: ReceivedEvent) => Promise<void>;

/** What tells one attempt at an outside effect from another. */
export interface Attempt {
  /** The event's id: the same in every attempt. Give it to the receiver (Message-ID, object key) to know repeats by. */
  id: string;
  /** 1 for the first. Above 1 the effect may have happened already. */
  number: number;
}

/**
 * An effect outside the database, in three steps. `send` runs outside any transaction; it is not repeated once its
 * success was noted, and is repeated with the same id when the process died before that.
 */
export interface OutsideEffect<P, R> {
  /** Reads what has to be sent; null when nothing has to be sent any more. */
  prepare(tx: Tx, event: ReceivedEvent): Promise<P | null>;
  /** Does it. What it returns must be JSON. Throwing means: it did not happen, try again later. */
  send(prepared: P, attempt: Attempt): Promise<R>;
  /** Writes down that it happened, exactly once. */
  settle(tx: Tx, event: ReceivedEvent, result: R): Promise<void>;
}

/** Work that is done again and again, such as cleaning; it must be harmless to do it twice. */
export interface Schedule {
  name: string;
  everyMs: number;
  run: () => Promise<void>;
}

/** Work that is done for each tenant once on each of its days. */
export interface DailyWork {
  name: string;
  /** `HH:MM` in the tenant's zone: not before. */
  at: string;
}

type Registered = { handle: Handle } | { effect: OutsideEffect<unknown, unknown> };

const NAME = /^[a-z][a-z0-9-]{1,60}$/;
const TYPE = /^[a-z][a-z0-9-]*\.[a-z0-9.-]+\.v\d+$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Who reacts to what. The worker modules register here before the worker starts; the rest of the program announces. */
@Injectable()
export class EventHandlers {
  private readonly byType = new Map<string, Map<string, Registered>>();
  private readonly schedulesByName = new Map<string, Schedule>();
  private readonly dailyByName = new Map<string, DailyWork>();

  /** Reacts to events of a type. @throws HandlersInvalid for a name that is taken or malformed */
  on(type: string, name: string, handle: Handle): void {
    this.register(type, name, { handle });
  }

  /** Reacts to events of a type by an effect outside the database. @throws HandlersInvalid */
  outside<P, R>(type: string, name: string, effect: OutsideEffect<P, R>): void {
    this.register(type, name, { effect: effect as OutsideEffect<unknown, unknown> });
  }

  /** Runs `run` every `everyMs` milliseconds of the clock. @throws HandlersInvalid */
  every(name: string, { everyMs }: { everyMs: number }, run: () => Promise<void>): void {
    if (!NAME.test(name))
      throw new HandlersInvalid(`"${name}" is no name for a schedule: use small-letters-and-dashes.`);
    if (this.schedulesByName.has(name)) throw new HandlersInvalid(`The schedule "${name}" is registered twice.`);
    this.schedulesByName.set(name, { name, everyMs, run });
  }

  /**
   * Runs `handle` once on each day of each active tenant, not before `at` (`HH:MM` in the tenant's zone), in a
   * transaction of that tenant; `event.payload.day` is the ISO date. @throws HandlersInvalid
   */
  daily(name: string, at: string, handle: Handle): void {
    if (!TIME.test(at)) throw new HandlersInvalid(`"${at}" is no time of day: write HH:MM.`);
    this.register(dailyType(name), name, { handle });
    this.dailyByName.set(name, { name, at });
  }

  /** Names of the handlers of a type. */
  namesFor(type: string): string[] {
    return [...(this.byType.get(type)?.keys() ?? [])];
  }

  /** The handler of a delivery. @throws HandlersInvalid when this program has none of that name */
  find(type: string, name: string): Registered {
    const found = this.byType.get(type)?.get(name);
    if (!found) throw new HandlersInvalid(`This program has no handler "${name}" for ${type}.`);
    return found;
  }

  /** Whether a delivery leaves the database. */
  isOutside(type: string, name: string): boolean {
    const found = this.byType.get(type)?.get(name);
    return found !== undefined && 'effect' in found;
  }

  /** All schedules. */
  get schedules(): Schedule[] {
    return [...this.schedulesByName.values()];
  }

  /** A schedule by name. */
  schedule(name: string): Schedule | undefined {
    return this.schedulesByName.get(name);
  }

  /** All daily work. */
  get dailyWork(): DailyWork[] {
    return [...this.dailyByName.values()];
  }

  /** @throws HandlersInvalid when a declared job has no handler, or more than one. */
  check(): void {
    for (const type of declaredJobTypes()) {
      const count = this.namesFor(type).length;
      if (count !== 1) throw new HandlersInvalid(`The job ${type} must have exactly one handler, but has ${count}.`);
    }
  }

  private register(type: string, name: string, handler: Registered): void {
    if (!TYPE.test(type)) throw new HandlersInvalid(`"${type}" is no event type: write module.fact-happened.v1.`);
    if (!NAME.test(name)) throw new HandlersInvalid(`"${name}" is no handler name: use small-letters-and-dashes.`);
    const names = this.byType.get(type) ?? new Map<string, Registered>();
    if (names.has(name)) throw new HandlersInvalid(`The handler "${name}" of ${type} is registered twice.`);
    this.byType.set(type, names.set(name, handler));
  }
}

/** The event type that announces a tenant's new day to its daily work. */
export function dailyType(name: string): string {
  return `jobs.day-began.${name}.v1`;
}
