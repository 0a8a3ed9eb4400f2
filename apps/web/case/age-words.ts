import { Temporal } from 'temporal-polyfill';
import { localDateOf } from '#deadlines';
import type { ChildInReferral } from '#domain';
import type { Words } from '../words/words.ts';

const MONTHS_COUNTED_BELOW_YEARS = 2;

/** How old the child was when the referral came, in words: in months below two years, and as a guess where it was one. */
export function ageWhenReferred(child: ChildInReferral, receivedAt: Date, { casePage }: Words): string {
  const words = casePage.age;
  if (child.dateOfBirth !== undefined) return ageOn(child.dateOfBirth, localDateOf(receivedAt.getTime()), words);
  if (child.expectedDeliveryDate !== undefined) return words.unborn;
  return child.estimatedAgeYears === undefined ? words.unknown : words.about(Math.floor(child.estimatedAgeYears));
}

function ageOn(birth: string, onDate: string, words: Words['casePage']['age']): string {
  try {
    const from = Temporal.PlainDate.from(birth.slice(0, 10));
    const { years, months } = from.until(Temporal.PlainDate.from(onDate), { largestUnit: 'year' });
    if (years < 0 || months < 0) return words.unknown;
    return years < MONTHS_COUNTED_BELOW_YEARS ? words.months(years * 12 + months) : words.years(years);
  } catch {
    return words.unknown;
  }
}
