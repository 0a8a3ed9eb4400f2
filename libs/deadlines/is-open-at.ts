import { type EpochMs, toLocal } from './london-time.ts';
import { isWorked, type WorkingCalendar } from './working-calendar.ts';

/** Whether the office is open at an instant. Throws as `isWorkingDay` does. */
export function isOpenAt(calendar: WorkingCalendar, at: EpochMs): boolean {
  const { day, msOfDay } = toLocal(at);
  return isWorked(calendar, day) && msOfDay >= calendar.opens && msOfDay < calendar.closes;
}
