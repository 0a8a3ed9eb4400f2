import { Temporal } from 'temporal-polyfill';

/** Days from birth to `onDate`; negative while unborn (days to the expected delivery date). `null` for no usable date. */
export function ageInDays(birthDate: string, onDate: string): number | null {
  const birth = dateOf(birthDate);
  const at = dateOf(onDate);
  return birth === null || at === null ? null : birth.until(at, { largestUnit: 'day' }).days;
}

/** Whole months of age, negative while unborn. `null` for no usable date. */
export function ageInMonths(birthDate: string, onDate: string): number | null {
  const birth = dateOf(birthDate);
  const at = dateOf(onDate);
  if (birth === null || at === null) return null;
  const begun = (at.year - birth.year) * 12 + at.month - birth.month;
  return at.day >= birth.day ? begun : begun - 1;
}

/** Whole years of age; a child born on 29 February has a birthday on 1 March in other years. */
export function ageInYears(birthDate: string, onDate: string): number | null {
  const months = ageInMonths(birthDate, onDate);
  return months === null ? null : Math.floor(months / 12);
}

/** Conception to the second birthday, the day itself excluded (domain pack S0-11). */
export function isInFirst1001Days(birthDate: string, onDate: string): boolean | null {
  const years = ageInYears(birthDate, onDate);
  return years === null ? null : years < 2;
}

function dateOf(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text.slice(0, 10));
  } catch {
    return null;
  }
}
