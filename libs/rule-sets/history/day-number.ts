const MS_PER_DAY = 86_400_000;

/** Days from 1970-01-01 to a local day written `YYYY-MM-DD`. */
export function dayNumberOf(day: string): number {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new RangeError('A day is written YYYY-MM-DD.');
  return ms / MS_PER_DAY;
}

/** The day, written `YYYY-MM-DD`, that lies so many days after 1970-01-01. */
export function isoDayOf(dayNumber: number): string {
  return new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10);
}
