import { DeadlineInputError } from './errors.ts';

/**
 * How a deadline is counted. Sources: domain pack 2.2 to 2.6 (statutory clocks), 4.3 (local limits).
 *
 * - `working_days`: ends at close of business on working day `limit`; the day of receipt is day 0.
 * - `calendar_days`: ends at close of the local day `limit` days later, worked or not.
 * - `calendar_months`: ends at close of the same day of a later month, or of that month's last day where it has none.
 * - `elapsed_hours`: real time, through nights, weekends, holidays and daylight-saving changes.
 * - `working_hours`: only time between opening and closing on working days counts.
 * - `event`: ends when something happens (the child goes home, the flight leaves).
 *
 * Limits are in the unit of the name: whole days and months from 0 (0 is close of the day of receipt), hours above 0.
 */
export type ClockRule =
  | { readonly kind: 'working_days'; readonly limit: number }
  | { readonly kind: 'calendar_days'; readonly limit: number }
  | { readonly kind: 'calendar_months'; readonly limit: number }
  | { readonly kind: 'elapsed_hours'; readonly limit: number }
  | { readonly kind: 'working_hours'; readonly limit: number }
  | { readonly kind: 'event' };

/** Far beyond any clock of the field: a larger limit is a slip of the keyboard. */
const HIGHEST_LIMIT = 10_000;

export function assertWholeDays(limit: number): number {
  if (!Number.isInteger(limit) || limit < 0 || limit > HIGHEST_LIMIT) {
    throw new DeadlineInputError(`${limit} is not a limit in whole days, 0 to ${HIGHEST_LIMIT}`);
  }
  return limit;
}

export function assertHours(limit: number): number {
  // Written so that NaN fails too.
  if (!(limit > 0 && limit <= HIGHEST_LIMIT)) {
    throw new DeadlineInputError(`${limit} is not a limit in hours, above 0 up to ${HIGHEST_LIMIT}`);
  }
  return limit;
}

/** The rule in plain English, to be shown next to the due time: "1 working day", "4 hours, nights and holidays included". */
export function describeClockRule(rule: ClockRule): string {
  switch (rule.kind) {
    case 'working_days':
      return rule.limit === 0 ? 'the same day' : counted(rule.limit, 'working day');
    case 'calendar_days':
      return rule.limit === 0 ? 'the same day' : `${counted(rule.limit, 'day')}, weekends and holidays included`;
    case 'calendar_months':
      return counted(rule.limit, 'month');
    case 'elapsed_hours':
      return `${counted(rule.limit, 'hour')}, nights and holidays included`;
    case 'working_hours':
      return counted(rule.limit, 'working hour');
    case 'event':
      return 'by the time of the event';
    default:
      return unknownRule(rule);
  }
}

/** Closes every switch over the kinds of rule: a new kind fails to compile, a stored rule of no known kind fails loudly. */
export function unknownRule(rule: never): never {
  throw new DeadlineInputError(`not a clock rule: ${JSON.stringify(rule)}`);
}

function counted(limit: number, unit: string): string {
  return `${limit} ${unit}${limit === 1 ? '' : 's'}`;
}
