const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

/** A length of time in whole days, hours and minutes, what is over a minute left off. */
export interface Length {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

export function lengthOf(ms: number): Length {
  const minutes = Math.floor(ms / MINUTE_MS);
  return { days: Math.floor(minutes / DAY), hours: Math.floor((minutes % DAY) / HOUR), minutes: minutes % HOUR };
}
