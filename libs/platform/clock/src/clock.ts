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

const MINUTE_MS = 60_000;
/** Formatters by zone, and the day that each gave last: every request asks for today, and a day lasts many minutes. */
const zones = new Map<string, { format: Intl.DateTimeFormat; minute: number; day: string }>();

function isoDay(instant: Date, zone: string): string {
  const known = zones.get(zone);
  const minute = Math.floor(instant.getTime() / MINUTE_MS);
  if (known?.minute === minute) return known.day;
  const format =
    known?.format ??
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const day = format.format(instant);
  zones.set(zone, { format, minute, day });
  return day;
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
