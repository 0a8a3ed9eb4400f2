import { Temporal } from 'temporal-polyfill';
import { daysOf, type EventDate } from './event-date.ts';

/** How old a child was: from birth, or weeks to it where they were not yet born. */
export type Age =
  | { readonly kind: 'born'; readonly years: number; readonly months: number; readonly days: number }
  | { readonly kind: 'unborn'; readonly weeksToGo: number };

/** Of an event whose day is not known exactly, the youngest and the oldest that the child may have been. */
export interface AgeAtEvent {
  readonly youngest: Age;
  readonly oldest: Age;
}

/** As much of a child's birth as is known; each `null` where it is not. */
export interface Birth {
  readonly bornOn: string | null;
  readonly dueOn: string | null;
}

/**
 * How old the child was when it happened; `null` where the birth or the day is not known. A due date tells of the time
 * before it only: whether and when the child was born since, it does not say.
 */
export function ageAt({ bornOn, dueOn }: Birth, date: EventDate | null): AgeAtEvent | null {
  const birth = plainDate(bornOn ?? dueOn);
  if (date === null || birth === null) return null;
  const { first, last } = daysOf(date);
  const youngest = ageOn(birth, Temporal.PlainDate.from(first));
  const oldest = ageOn(birth, Temporal.PlainDate.from(last));
  return bornOn === null && oldest.kind === 'born' ? null : { youngest, oldest };
}

function ageOn(birth: Temporal.PlainDate, day: Temporal.PlainDate): Age {
  if (Temporal.PlainDate.compare(day, birth) < 0) {
    return { kind: 'unborn', weeksToGo: Math.ceil(day.until(birth, { largestUnit: 'day' }).days / 7) };
  }
  const { years, months, days } = birth.until(day, { largestUnit: 'year' });
  return { kind: 'born', years, months, days };
}

function plainDate(text: string | null): Temporal.PlainDate | null {
  try {
    return text === null ? null : Temporal.PlainDate.from(text.slice(0, 10));
  } catch {
    return null;
  }
}
