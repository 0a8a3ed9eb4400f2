import { localDateOf } from '#deadlines';
import { ageInMonths } from '#facts';
import type { Words } from '../words/words.ts';

/** A child's age in words on the local day of `now`: in months below two years. */
export function ageText(words: Words, dateOfBirth: string | null, now: Date): string {
  const texts = words.worklist;
  const months = monthsOn(dateOfBirth, now);
  if (months === null) return texts.ageUnknown;
  if (months < 0) return texts.unborn;
  if (months >= 24) return texts.years(Math.floor(months / 12));
  return months === 0 ? texts.underOneMonth : texts.months(months);
}

/** Younger than one year, born or not. */
export function isUnderOne(dateOfBirth: string | null, now: Date): boolean {
  const months = monthsOn(dateOfBirth, now);
  return months !== null && months < 12;
}

function monthsOn(dateOfBirth: string | null, now: Date): number | null {
  return dateOfBirth === null ? null : ageInMonths(dateOfBirth, localDateOf(now.getTime()));
}
