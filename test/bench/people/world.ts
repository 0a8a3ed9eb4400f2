import { random } from '../support/random.ts';
import { ERROR_RATES } from './population/errors.data.ts';
import { inventHouseholds } from './population/households.ts';
import type { InventedHousehold, Person } from './population/person.ts';
import { inventReferral, type InventedReferral } from './population/referrals.ts';

/** Referrals that are stored, and later ones that are looked up: some about people who are in store, some not. */
export interface World {
  /** In store. */
  readonly people: number;
  /** Made one after the other: there may be more than memory holds. */
  stored(): Iterable<InventedReferral>;
  readonly later: readonly InventedReferral[];
}

const DAY_MS = 86_400_000;
const TODAY = Date.UTC(2026, 5, 1);
/** Of the households in store, so many were reported twice. */
const REPORTED_TWICE = 0.2;
/** Of the later referrals, so many are about households that nobody has reported before. */
const NEW = 0.3;

/** The same seed gives the same world. */
export function inventWorld(people: number, laterReferrals: number, seed: number): World {
  const fresh = Math.ceil(laterReferrals * NEW);
  const households = inventHouseholds(people + fresh * 3, seed);
  const known = households.slice(0, -fresh);
  const from = random(seed ^ 0x1a7e);
  const asked = [
    ...Array.from({ length: laterReferrals - fresh }, () => known[from.below(known.length)]),
    ...households.slice(-fresh),
  ];
  const later = asked.flatMap((household) =>
    household === undefined
      ? []
      : [
          inventReferral(from, household, {
            receivedAt: on(from.below(180)),
            hasMoved: from.chance(ERROR_RATES.moved),
          }),
        ],
  );
  return {
    people: known.reduce((sum, household) => sum + household.people.length, 0),
    stored: () => storedReferrals(known, seed),
    later,
  };
}

function* storedReferrals(households: readonly InventedHousehold[], seed: number): Iterable<InventedReferral> {
  const from = random(seed ^ 0x5eed);
  for (const household of households) {
    if (from.chance(REPORTED_TWICE))
      yield inventReferral(from, household, { receivedAt: on(-600 - from.below(400)), hasMoved: false });
    yield inventReferral(from, household, { receivedAt: on(-from.below(400)), hasMoved: false });
  }
}

/** Who stands where in a referral, by part and position. */
export function meant(referral: InventedReferral): ReadonlyMap<string, Person> {
  return new Map([
    ...referral.children.map((person, position) => [`child ${position}`, person] as const),
    ...referral.household.map((person, position) => [`household ${position}`, person] as const),
  ]);
}

function on(days: number): Date {
  return new Date(TODAY + days * DAY_MS);
}
