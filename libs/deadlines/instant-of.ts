import { type IsoDate, parseIsoDate } from './local-day.ts';
import { type EpochMs, fromLocal } from './london-time.ts';

const MINUTE_MS = 60_000;

/** The instant at which the clock in London shows this time of this day. Throws for a day that does not exist. */
export function instantOf(day: IsoDate, { hour, minute }: { readonly hour: number; readonly minute: number }): EpochMs {
  return fromLocal(parseIsoDate(day), (hour * 60 + minute) * MINUTE_MS);
}
