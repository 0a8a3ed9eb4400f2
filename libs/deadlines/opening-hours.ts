import { DeadlineInputError } from './errors.ts';
import { parseTimeOfDay } from './local-day.ts';

const DEFAULT_CLOSE_OF_BUSINESS = '23:59';
const DEFAULT_WORKING_HOURS = { opensAt: '09:00', closesAt: '17:00' };

/** An authority's hours, each in milliseconds after local midnight. */
export interface OpeningHours {
  /** When working hours start to count. */
  readonly opens: number;
  /** When working hours cease to count. */
  readonly closes: number;
  /** When a working day or calendar day of a clock ends. */
  readonly closeOfBusiness: number;
}

/**
 * Reads the two settings. Left alone, day clocks run to 23:59 but working hours are office hours: a day of 9 to 17
 * is what partners promise information against, and nobody works until midnight.
 */
export function parseOpeningHours(opensAt?: string, closesAt?: string): OpeningHours {
  const opens = parseTimeOfDay(opensAt ?? DEFAULT_WORKING_HOURS.opensAt);
  const closes = parseTimeOfDay(closesAt ?? DEFAULT_WORKING_HOURS.closesAt);
  if (opens >= closes) {
    throw new DeadlineInputError(
      `working hours must open before they close: opensAt ${opensAt ?? 'not set (09:00)'}, closesAt ${closesAt ?? 'not set (17:00)'}`,
    );
  }
  return { opens, closes, closeOfBusiness: parseTimeOfDay(closesAt ?? DEFAULT_CLOSE_OF_BUSINESS) };
}
