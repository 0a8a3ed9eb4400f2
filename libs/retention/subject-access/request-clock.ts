import { Temporal } from 'temporal-polyfill';
import { isWorkingDay, type WorkingCalendar } from '#deadlines';
import type { RequestClock } from './subject-access-document.ts';

export interface ClockDays {
  readonly requestedOn: string;
  /** While the authority waited for the person to say who they are or what they mean. */
  readonly stoppedOn: string | null;
  readonly restartedOn: string | null;
}

/**
 * One calendar month from the day of the request: the same day of the next month, or its last day where there is none;
 * the next working day where nobody works. Days on which the clock stood still are added before that.
 */
export function requestClock(
  calendar: WorkingCalendar,
  { requestedOn, stoppedOn, restartedOn }: ClockDays,
): RequestClock {
  const stood =
    stoppedOn === null || restartedOn === null
      ? 0
      : Temporal.PlainDate.from(stoppedOn).until(Temporal.PlainDate.from(restartedOn), { largestUnit: 'day' }).days;
  let due = Temporal.PlainDate.from(requestedOn)
    .add({ months: 1 })
    .add({ days: Math.max(stood, 0) });
  while (!isWorkingDay(calendar, due.toString())) due = due.add({ days: 1 });
  return { startedOn: requestedOn, dueOn: due.toString(), stoppedOn, restartedOn };
}
