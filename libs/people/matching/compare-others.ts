import { distance } from 'fastest-levenshtein';
import type { Comparable } from './comparable.ts';
import { compareNames } from './compare-names.ts';
import type { Identifiers } from './identifiers.ts';
import type { Agreement } from './match-model.ts';
import type { Place } from './place.ts';
import { isTransposed } from './similarity.ts';

type Level<Field extends Agreement['field']> = Extract<Agreement, { field: Field }>['level'];

export function compareHealthNumbers(one: Identifiers, other: Identifiers): Level<'healthNumber'> | null {
  if (shares(one.health, other.health)) return 'same';
  if (isSlip(one.healthWrong, [...other.health, ...other.healthWrong]) || isSlip(other.healthWrong, one.health))
    return 'one_slip';
  return one.health.length > 0 && other.health.length > 0 ? 'different' : null;
}

export function compareNumbers(one: readonly string[], other: readonly string[]): 'same' | 'different' | null {
  if (one.length === 0 || other.length === 0) return null;
  return shares(one, other) ? 'same' : 'different';
}

export function comparePlaces(one: Place | null, other: Place | null): Level<'place'> | null {
  if (one === null || other === null) return null;
  return isSame(one.uprn, other.uprn) ? 'address' : comparePostcodes(one, other);
}

function comparePostcodes(one: Place, other: Place): Level<'place'> | null {
  if (one.postcode === null || other.postcode === null) return null;
  const isSameHouse = isSame(one.house, other.house);
  if (one.postcode === other.postcode) return isSameHouse ? 'address' : 'postcode';
  if (isSameHouse && isSlipOf(one.postcode, other.postcode)) return 'postcode_slip';
  return isSame(one.sector, other.sector) ? 'sector' : 'different';
}

export function compareMothers(one: Comparable['mother'], other: Comparable['mother']): Level<'mother'> | null {
  if (one === null || other === null) return null;
  const names = compareNames(one.name, other.name);
  const isNamed = names.length >= 2 && names.every(({ level }) => level !== 'different');
  const isBorn = isSame(one.dateOfBirth, other.dateOfBirth);
  if (isNamed) return isBorn ? 'same' : 'name';
  if (isBorn) return 'partly';
  const given = names.find(({ field }) => field === 'givenName');
  if (given === undefined) return null;
  return given.level === 'different' ? 'different' : 'partly';
}

/** What neither knows is not the same. */
function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

function shares(one: readonly string[], other: readonly string[]): boolean {
  return one.some((number) => other.includes(number));
}

function isSlip(numbers: readonly string[], others: readonly string[]): boolean {
  return numbers.some((number) => others.some((other) => isSlipOf(number, other)));
}

function isSlipOf(one: string, other: string): boolean {
  return distance(one, other) <= 1 || isTransposed(one, other);
}
