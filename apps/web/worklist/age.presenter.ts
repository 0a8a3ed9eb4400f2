import { Temporal } from 'temporal-polyfill';
import type { Words } from '../words/words.ts';

const ZONE = 'Europe/London';

/** A child's age in words on the local day of `now`: in months below two years. */
export function ageText(words: Words, dateOfBirth: string | null, now: Date): string {
  const texts = words.worklist;
  const age = ageOn(dateOfBirth, now);
  if (age === null) return texts.ageUnknown;
  if (age.sign < 0) return texts.unborn;
  if (age.years >= 2) return texts.years(age.years);
  const months = age.years * 12 + age.months;
  return months === 0 ? texts.underOneMonth : texts.months(months);
}

/** Younger than one year, born or not. */
export function isUnderOne(dateOfBirth: string | null, now: Date): boolean {
  const age = ageOn(dateOfBirth, now);
  return age !== null && age.years < 1;
}

function ageOn(dateOfBirth: string | null, now: Date): Temporal.Duration | null {
  if (dateOfBirth === null) return null;
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE).toPlainDate();
  return Temporal.PlainDate.from(dateOfBirth).until(today, { largestUnit: 'years' });
}
