import { Injectable } from '@nestjs/common';

/** The only source of the present. Injected, so that tests and the demo can move it. */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;

  /** The calendar day of `zone` (IANA name) as an ISO date. */
  today(zone: string): string {
    return isoDay(this.now(), zone);
  }
}

/** Formatters by zone: making one costs a hundred times what using it does. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function isoDay(instant: Date, zone: string): string {
  const known = dayFormats.get(zone);
  const format =
    known ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  if (!known) dayFormats.set(zone, format);
  return format.format(instant);
}

/** The machine's clock, moved by an offset that is zero except in the demo and in tests. */
export class ShiftedClock extends Clock {
  /** Milliseconds added to the machine's time. */
  offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** Makes `instant` the present; time then runs on from there. */
  moveTo(instant: Date): void {
    this.offsetMs = instant.getTime() - Date.now();
  }
}

/**
 * Time as machines and phones keep it, for sessions, waits and codes: moving the demo's clock by a year must not sign
 * everybody out. The same as `Clock` outside the demo; nothing that belongs to a tenant goes by it.
 */
@Injectable()
export class MachineClock extends Clock {
  now(): Date {
    return new Date(Date.now());
  }
}
