import type { Birth } from './birth.ts';
import type { Comparable, ComparableName } from './comparable.ts';
import { FAMILY_VARIANTS } from './family-variants.data.ts';
import { GIVEN_VARIANTS } from './given-variants.data.ts';
import { soundsOf } from './sounds.ts';

/**
 * Values that two mentions of one person should share at least one of, whatever went wrong in the others. In clear: only
 * their blind index is stored. A change here makes new keys, and mentions that are stored have the old ones.
 *
 * | key      | made of                                         | still found when                              |
 * | -------- | ----------------------------------------------- | --------------------------------------------- |
 * | `health`, `pupil`, `local` | the number                    | anything else is wrong                        |
 * | `nb`     | one name's sound, date of birth                 | the other name is wrong, moved, day and month swapped |
 * | `ny`     | sounds of both names, year of birth             | day and month are wrong, moved                |
 * | `nd`     | sounds of both names, day and month             | the year is wrong, moved                      |
 * | `pn`     | postcode, one name's sound                      | the date is wrong or not known, other name wrong |
 * | `pb`     | postcode, date of birth                         | both names are wrong                          |
 * | `mb`, `mp` | the mother's names, her birth or the postcode | the child has no name yet                     |
 */
export function blockingKeysOf(person: Comparable): string[] {
  const { identifiers, birth, place, name } = person;
  const sounds = nameSounds(name);
  const both = sounds.given.flatMap((given) => sounds.family.map((family) => [given, family].sort().join('-')));
  const either = [...sounds.given, ...sounds.family];
  const at = place?.postcode ?? null;
  return [
    ...new Set([
      ...identifiers.health.map((number) => `health ${number}`),
      ...identifiers.pupil.map((number) => `pupil ${number}`),
      ...identifiers.local.map((number) => `local ${number}`),
      ...birthKeys(birth, either, both),
      ...(at === null ? [] : either.map((sound) => `pn ${at} ${sound}`)),
      ...(at === null || birth.date === null ? [] : [`pb ${at} ${turned(birth.date)}`]),
      ...motherKeys(person, at),
    ]),
  ];
}

/** Keys that stand for one person and no other: they are looked up however many share them. */
export function isIdentifierKey(key: string): boolean {
  return /^(health|pupil|local) /.test(key);
}

function birthKeys({ date, between }: Birth, either: readonly string[], both: readonly string[]): string[] {
  if (date !== null) {
    const day = turned(date);
    return [
      ...either.map((sound) => `nb ${day} ${sound}`),
      ...both.flatMap((sound) => [`ny ${date.slice(0, 4)} ${sound}`, `nd ${day.slice(5)} ${sound}`]),
    ];
  }
  return yearsOf(between).flatMap((year) => both.map((sound) => `ny ${year} ${sound}`));
}

/** The years of an estimated age. A range of many years says too little to look for. */
function yearsOf(between: Birth['between']): number[] {
  if (between === null) return [];
  const [from, to] = between.map((day) => new Date(day * 86_400_000).getUTCFullYear()) as [number, number];
  return to - from > 6 ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A child without a name yet, or so young that it had none when it was last heard of. */
function motherKeys({ mother, birth, name }: Comparable, postcode: string | null): string[] {
  if (mother === null || !(birth.isBaby || name.given.length === 0)) return [];
  const sounds = nameSounds(mother.name);
  const whole = sounds.given.flatMap((given) => sounds.family.map((family) => [given, family].sort().join('-')));
  return whole.flatMap((sound) => [
    ...(mother.dateOfBirth === null ? [] : [`mb ${turned(mother.dateOfBirth)} ${sound}`]),
    ...(postcode === null ? [] : [`mp ${postcode} ${sound}`]),
  ]);
}

/** Day and month in order of size: a date and the same with the two swapped give one value. */
function turned(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return [year, ...[month, day].sort()].join('-');
}

/** How the words of a name sound, and the names that they stand for: `bob` gives also the sound of `robert`. */
function nameSounds({ given, family }: ComparableName): { given: readonly string[]; family: readonly string[] } {
  return {
    given: soundsOfWords(given, GIVEN_VARIANTS),
    family: soundsOfWords(family, FAMILY_VARIANTS),
  };
}

function soundsOfWords(words: readonly string[], variants: ReadonlyMap<string, readonly string[]>): string[] {
  const all = words.slice(0, 3).flatMap((word) => [word, ...(variants.get(word) ?? [])]);
  return [...new Set(all.flatMap((word) => soundsOf(word)))].slice(0, 6);
}
