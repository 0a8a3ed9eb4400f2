import { COMMON_FAMILY_NAMES, COMMON_GIVEN_NAMES } from './common-names.data.ts';
import type { ComparableName } from './comparable.ts';
import { compareWords, type WordLevel } from './compare-words.ts';
import { type Agreement, weightsOf } from './match-model.ts';
import { FAMILY_VARIANTS } from './family-variants.data.ts';
import { GIVEN_VARIANTS } from './given-variants.data.ts';

type GivenLevel = Extract<Agreement, { field: 'givenName' }>['level'];
type FamilyLevel = Extract<Agreement, { field: 'familyName' }>['level'];
type Words = readonly string[];

/** How far two names agree, as they stand or with given and family name changed round, whichever speaks more for one person. */
export function compareNames(one: ComparableName, other: ComparableName): Agreement[] {
  const straight = asTheyStand(one, other);
  if (one.given.length === 0 || one.family.length === 0 || other.given.length === 0 || other.family.length === 0)
    return straight;
  if (straight.every(({ level }) => level !== 'different')) return straight;
  // Which of the two is turned makes a difference to the labels, so both are tried: the order of the two must not matter.
  const turned = [asTheyStand(one, turn(other)), asTheyStand(turn(one), other)].map((agreements): Agreement[] => [
    { field: 'nameOrder', level: 'swapped' },
    ...agreements,
  ]);
  return turned.reduce((best, next) => (sum(next) > sum(best) ? next : best), straight);
}

function turn(name: ComparableName): ComparableName {
  return { ...name, given: name.family, family: name.given };
}

function asTheyStand(one: ComparableName, other: ComparableName): Agreement[] {
  const given = givenLevel(one, other);
  const family = familyLevel(one, other);
  return [
    ...(given === null ? [] : [{ field: 'givenName', level: given } as const]),
    ...(family === null ? [] : [{ field: 'familyName', level: family } as const]),
  ];
}

function givenLevel(one: ComparableName, other: ComparableName): GivenLevel | null {
  const [first] = one.given;
  const [second] = other.given;
  if (first === undefined || second === undefined) return null;
  const isWhole = one.given.join('') === other.given.join('');
  const level = isWhole ? 'exact' : compareWords(first, second, GIVEN_VARIANTS);
  if (level === 'exact') return isCommon(first, second) ? 'exact_common' : 'exact';
  if (level === 'variant' || level === 'near') return level;
  if (sharesWord([...one.given, ...one.other], [...other.given, ...other.other])) return 'part';
  return isInitial(first, second) ? 'initial' : level;
}

function isCommon(first: string, second: string): boolean {
  return COMMON_GIVEN_NAMES.has(first) || COMMON_GIVEN_NAMES.has(second);
}

/** One of the two is one letter, with which the other begins. */
function isInitial(first: string, second: string): boolean {
  return (first.length === 1 || second.length === 1) && first[0] === second[0];
}

function familyLevel(one: ComparableName, other: ComparableName): FamilyLevel | null {
  if (one.family.length === 0 || other.family.length === 0) return null;
  const whole = one.family.join('');
  const wholeOther = other.family.join('');
  if (whole === wholeOther) return COMMON_FAMILY_NAMES.has(whole) ? 'exact_common' : 'exact';
  if (sharesWord([...one.family, ...one.other], [...other.family, ...other.other])) return 'part';
  return bestOf(one.family, other.family);
}

/** Of all pairs of words the one that agrees most; in names of one word, of the two. */
function bestOf(words: Words, others: Words): WordLevel {
  const levels = words.flatMap((word) => others.map((other) => compareWords(word, other, FAMILY_VARIANTS)));
  return WORD_LEVELS.find((level) => levels.includes(level)) ?? 'different';
}

const WORD_LEVELS: readonly WordLevel[] = ['exact', 'variant', 'near', 'loose'];

function sharesWord(words: Words, others: Words): boolean {
  return words.some((word) => word.length > 2 && others.includes(word));
}

function sum(agreements: readonly Agreement[]): number {
  return agreements.reduce((total, agreement) => total + weightsOf(agreement).weight, 0);
}
