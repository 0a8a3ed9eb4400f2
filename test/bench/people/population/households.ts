import { type Random, random } from '../../support/random.ts';
import {
  FAMILY_ENDS,
  FAMILY_MIDDLES,
  FAMILY_STARTS,
  GIVEN_ENDS,
  GIVEN_STARTS,
  type NamePool,
  POOLS,
  STREET_KINDS,
  STREETS,
} from './names.data.ts';
import { nhsNumberOf, upnOf } from './numbers.ts';
import type { Home, InventedHousehold, Person } from './person.ts';

/** Of a hundred; what is known of British families, rounded. */
const SHARES = {
  fatherAtHome: 0.62,
  /** Children of one mother and another father, by his name. */
  otherFamilyName: 0.12,
  doubleName: 0.06,
  twins: 0.016,
  namedAsFather: 0.03,
  middleName: 0.6,
  rareGivenName: 0.12,
} as const;

const CHILDREN = [0.42, 0.4, 0.13, 0.05];
const HOMES_IN_A_POSTCODE = 18;
const DAY_MS = 86_400_000;
const TODAY = Date.UTC(2026, 5, 1) / DAY_MS;

/** Draws households until there are so many people. The same seed gives the same people. */
export function inventHouseholds(people: number, seed: number): InventedHousehold[] {
  const draw = new Household(random(seed), Math.ceil(people / 3.1));
  const households: InventedHousehold[] = [];
  for (let count = 0; count < people;) {
    const household = draw.next(households.length);
    households.push(household);
    count += household.people.length;
  }
  return households;
}

class Household {
  private serial = 0;

  constructor(
    private readonly from: Random,
    private readonly households: number,
  ) {}

  next(household: number): InventedHousehold {
    const { from } = this;
    const pool = this.pool();
    const names = POOLS[pool] as NamePool;
    const mother = this.person(household, pool, {
      part: 'mother',
      family: this.family(names),
      born: this.adultBirth(),
    });
    const father = this.person(household, pool, {
      part: 'father',
      family: this.family(names),
      born: this.adultBirth(),
    });
    const married = from.chance(0.55) ? { ...mother, family: father.family } : mother;
    const children = this.children(household, pool, married, father);
    const adults = from.chance(SHARES.fatherAtHome) ? [married, father] : [married];
    const nextHome = homeOf(from.below(this.households));
    return { home: homeOf(household), nextHome, people: [...adults, ...children] };
  }

  private children(household: number, pool: number, mother: Person, father: Person): Person[] {
    const { from } = this;
    const count = 1 + weighted(from, CHILDREN);
    const shared = from.chance(0.7) ? father.family : mother.family;
    const family = from.chance(SHARES.doubleName) ? `${mother.family}-${father.family}` : shared;
    const children: Person[] = [];
    let born = TODAY - from.below(17 * 365);
    while (children.length < count) {
      const own = from.chance(SHARES.otherFamilyName) ? this.family(POOLS[pool] as NamePool) : family;
      children.push(this.sibling(household, pool, { family: own, born }, [father, ...children]));
      if (!from.chance(SHARES.twins)) born -= 300 + from.below(1_500);
    }
    return children.filter(({ dateOfBirth }) => dateOfBirth > '2008-06-01' || children[0]?.dateOfBirth === dateOfBirth);
  }

  /** Brothers and sisters have names of their own; now and then a son has his father's. */
  private sibling(
    household: number,
    pool: number,
    given: { readonly family: string; readonly born: number },
    [father, ...before]: readonly [Person, ...Person[]],
  ): Person {
    for (;;) {
      const child = this.person(household, pool, { part: 'child', ...given });
      if (before.some((other) => other.given === child.given)) continue;
      return child.sex === 'M' && this.from.chance(SHARES.namedAsFather) ? { ...child, given: father.given } : child;
    }
  }

  private person(
    household: number,
    pool: number,
    { part, family, born }: { readonly part: Person['part']; readonly family: string; readonly born: number },
  ): Person {
    const { from } = this;
    const id = (this.serial += 1);
    const sex = part === 'child' ? (from.chance(0.512) ? 'M' : 'F') : part === 'father' ? 'M' : 'F';
    const dateOfBirth = new Date(born * DAY_MS).toISOString().slice(0, 10);
    const names = POOLS[pool] as NamePool;
    const given = this.given(names, sex);
    const middle = from.chance(SHARES.middleName) ? this.given(names, sex) : null;
    return {
      id,
      household,
      part,
      pool,
      given,
      middle,
      family,
      dateOfBirth,
      sex,
      nhsNumber: nhsNumberOf(id),
      upn: upnOf(id),
    };
  }

  private pool(): number {
    return weighted(
      this.from,
      POOLS.map(({ share }) => share / 100),
    );
  }

  private family({ family, rareFamily }: NamePool): string {
    const { from } = this;
    if (!from.chance(rareFamily)) return ranked(from, family);
    // Two draws, the smaller one: some of the made names are more common than others.
    const start = FAMILY_STARTS[Math.min(from.below(40), from.below(40))] ?? '';
    return `${start}${from.chance(0.6) ? '' : from.oneOf(FAMILY_MIDDLES)}${from.oneOf(FAMILY_ENDS)}`;
  }

  private given({ boys, girls }: NamePool, sex: 'M' | 'F'): string {
    const { from } = this;
    if (from.chance(SHARES.rareGivenName)) return `${from.oneOf(GIVEN_STARTS)}${from.oneOf(GIVEN_ENDS)}`;
    return ranked(from, sex === 'M' ? boys : girls);
  }

  /** Parents are born some 18 to 45 years before today; a birthday in a hundred is the first of January. */
  private adultBirth(): number {
    const { from } = this;
    const born = TODAY - 19 * 365 - from.below(29 * 365);
    return from.chance(0.01) ? Date.UTC(new Date(born * DAY_MS).getUTCFullYear(), 0, 1) / DAY_MS : born;
  }
}

/** The home of a household; whoever moves, moves to where another household lived. */
function homeOf(household: number): Home {
  const place = Math.floor(household / HOMES_IN_A_POSTCODE);
  const street = `${STREETS[place % STREETS.length] ?? ''} ${STREET_KINDS[Math.floor(place / STREETS.length) % STREET_KINDS.length] ?? ''}`;
  const town = `Town ${Math.floor(place / STREETS.length / STREET_KINDS.length)}`;
  return { house: String(1 + (household % HOMES_IN_A_POSTCODE) * 2), street, town, postcode: postcodeOf(place) };
}

/** Ascending from AA1 1AA: neighbours share all but the last letters. */
function postcodeOf(place: number): string {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  const letter = (of: number): string => letters[of % 20] ?? 'A';
  const unit = `${letter(Math.floor(place / 20))}${letter(place)}`;
  const sector = Math.floor(place / 400);
  const district = Math.floor(sector / 9);
  return `${letter(Math.floor(district / 1_800))}${letter(Math.floor(district / 90))}${1 + (district % 90)} ${1 + (sector % 9)}${unit}`;
}

/** The first is drawn most, the second somewhat less, and so on: about as names are in fact spread. */
function ranked(from: Random, list: readonly string[]): string {
  const head = 5;
  const rank = Math.floor(head * ((1 + list.length / head) ** from.next() - 1));
  return list[rank] ?? from.oneOf(list);
}

function weighted(from: Random, shares: readonly number[]): number {
  let left = from.next() * shares.reduce((sum, share) => sum + share, 0);
  for (const [index, share] of shares.entries()) {
    left -= share;
    if (left < 0) return index;
  }
  return shares.length - 1;
}
