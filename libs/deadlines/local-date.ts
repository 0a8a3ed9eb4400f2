import { formatIsoDate, type IsoDate } from './local-day.ts';
import { type EpochMs, toLocal } from './london-time.ts';

/** The calendar day that a wall in London shows at an instant: day 0 of everything received then. */
export function localDateOf(at: EpochMs): IsoDate {
  return formatIsoDate(toLocal(at).day);
}
