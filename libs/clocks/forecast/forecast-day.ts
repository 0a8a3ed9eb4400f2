import { addWorkingDays, dueAt, type EpochMs, localDateOf, type WorkingCalendar, workingTimeBetween } from '#deadlines';
import { type BreachForecast, forecastBreaches, type Pace } from './forecast-breaches.ts';

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 86_400_000;

/** A case of the worklist, in its order. */
export interface WaitingCase {
  readonly queue: string;
  readonly dueAt: Date | null;
}

/** What is expected between now, or the end of the day before, and the close of business of a day. */
export interface DayForecast extends BreachForecast {
  /** The local day. */
  readonly date: string;
  readonly until: Date;
}

/** Forecasts for today and for the next working day, each for its own breaches. */
export function forecastDays(
  calendar: WorkingCalendar,
  waiting: readonly WaitingCase[],
  pace: Pace,
  now: EpochMs,
): readonly [DayForecast, DayForecast] {
  const today = localDateOf(now);
  const next = addWorkingDays(calendar, today, 1);
  const [endOfToday, endOfNext] = [endOf(calendar, now, 0), endOf(calendar, now, daysBetween(today, next))];
  const day = (date: string, after: EpochMs, until: EpochMs): DayForecast => ({
    date,
    until: new Date(until),
    ...forecastBreaches(
      waiting.map((each) => queued(calendar, each, now, { after, until })),
      pace,
    ),
  });
  return [day(today, now, endOfToday), day(next, endOfToday, endOfNext)];
}

function queued(
  calendar: WorkingCalendar,
  { queue, dueAt: due }: WaitingCase,
  now: EpochMs,
  { after, until }: { readonly after: EpochMs; readonly until: EpochMs },
) {
  const at = due?.getTime() ?? null;
  const isWithin = at !== null && at > after && at <= until;
  const hoursLeft = isWithin ? workingTimeBetween(calendar, now, at) / MS_PER_HOUR : null;
  return { queue, hoursLeft, overdue: at !== null && at <= now };
}

/** Close of business of the local day so many days on; never before now. */
function endOf(calendar: WorkingCalendar, now: EpochMs, days: number): EpochMs {
  const end = dueAt(calendar, { kind: 'calendar_days', limit: days }, now);
  return end.kind === 'due' ? end.at : now;
}

function daysBetween(first: string, second: string): number {
  return (Date.parse(second) - Date.parse(first)) / MS_PER_DAY;
}
