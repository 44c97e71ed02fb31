const parts = (zone: string) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
function ahead(instant: number, zone: string): number {
  const read = Object.fromEntries(
    parts(zone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, +value]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}

/** The instant (ISO, UTC) at which a day (`2026-11-22`) begins in a zone; `days` later when given. */
export function dayStart(day: string, zone: string, days = 0): string {
  const wall = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  const guess = wall - ahead(wall, zone);
  return new Date(wall - ahead(guess, zone)).toISOString();
}
