import { Temporal } from 'temporal-polyfill';

/** Days from birth to `onDate`; negative while unborn (days to the expected delivery date). `null` for no usable date. */
export function ageInDays(birthDate: string, onDate: string): number | null {
  const birth = dateOf(birthDate);
  const at = dateOf(onDate);
  return birth === null || at === null ? null : birth.until(at, { largestUnit: 'day' }).days;
}

/** Whole years of age; a child born on 29 February has a birthday on 1 March in other years. */
export function ageInYears(birthDate: string, onDate: string): number | null {
  const birth = dateOf(birthDate);
  const at = dateOf(onDate);
  if (birth === null || at === null) return null;
  const years = at.year - birth.year;
  const hadBirthday = at.month > birth.month || (at.month === birth.month && at.day >= birth.day);
  return hadBirthday ? years : years - 1;
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
