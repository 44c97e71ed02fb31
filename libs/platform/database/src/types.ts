import * as pg from 'pg';

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;

function isoInstant(text: string): string {
  return new Date(text).toISOString();
}

/** A day stays a day, an instant becomes an ISO string, and counts and cents become numbers. */
export const types = {
  getTypeParser(oid: number, format?: string) {
    if (oid === DATE) return (text: string) => text;
    if (oid === TIMESTAMPTZ) return isoInstant;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format as never);
  },
};
