import { localDateOf } from '#deadlines';
import type { ChildInReferral } from '#domain';
import { ageInMonths } from '#facts';
import type { Words } from '../words/words.ts';

const COUNTED_IN_MONTHS_BELOW = 24;

/** How old the child was when the referral came, in words: in months below two years, and as a guess where it was one. */
export function ageWhenReferred(child: ChildInReferral, receivedAt: Date, { casePage }: Words): string {
  const words = casePage.age;
  if (child.dateOfBirth !== undefined) return ageOn(child.dateOfBirth, localDateOf(receivedAt.getTime()), words);
  if (child.expectedDeliveryDate !== undefined) return words.unborn;
  return child.estimatedAgeYears === undefined ? words.unknown : words.about(Math.floor(child.estimatedAgeYears));
}

function ageOn(birth: string, onDate: string, words: Words['casePage']['age']): string {
  const months = ageInMonths(birth, onDate);
  if (months === null || months < 0) return words.unknown;
  return months < COUNTED_IN_MONTHS_BELOW ? words.months(months) : words.years(Math.floor(months / 12));
}
