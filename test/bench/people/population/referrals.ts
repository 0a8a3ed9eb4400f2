import type { ChildInReferral, HouseholdPerson, ReferralDocument } from '#domain';
import type { Random } from '../../support/random.ts';
import { ERROR_RATES } from './errors.data.ts';
import { birthAsSaid, familyAsSaid, givenAsSaid, mistyped, oneDigitWrong } from './errors.ts';
import type { Home, InventedHousehold, Person } from './person.ts';

/** A referral about a household, and who is meant: a person for each child and for each of the household's people. */
export interface InventedReferral {
  readonly document: ReferralDocument;
  readonly receivedAt: Date;
  readonly children: readonly Person[];
  readonly household: readonly Person[];
}

/** What one sender writes of a household, with the errors that senders make. */
export function inventReferral(
  from: Random,
  household: InventedHousehold,
  { receivedAt, hasMoved }: { readonly receivedAt: Date; readonly hasMoved: boolean },
): InventedReferral {
  const { people } = household;
  const born = people.filter((person) => Date.parse(person.dateOfBirth) < receivedAt.getTime() + KNOWN_BEFORE_BIRTH);
  const young = born.filter(({ part }) => part === 'child');
  const children = young.filter((_, index) => index === 0 || from.chance(ERROR_RATES.childOfReferral));
  const others = born.filter(
    (person) =>
      !children.includes(person) &&
      Date.parse(person.dateOfBirth) < receivedAt.getTime() &&
      from.chance(ERROR_RATES.household.listed),
  );
  const home = hasMoved ? household.nextHome : household.home;
  const document: ReferralDocument = {
    schemaVersion: '1',
    referrer: { capacity: 'professional', email: 'sender@example.org' },
    children: children.map((person, index) => childAsSaid(from, person, { home, index, people, receivedAt })),
    household: { people: others.map((person) => personAsSaid(from, person, people)) },
    worries: { summary: 'Invented.' },
  };
  return { document, receivedAt, children, household: others };
}

/** A pregnancy is known for some 200 days before the birth. */
const KNOWN_BEFORE_BIRTH = 200 * 86_400_000;

interface Setting {
  readonly home: Home;
  readonly index: number;
  readonly people: readonly Person[];
  readonly receivedAt: Date;
}

function childAsSaid(from: Random, person: Person, setting: Setting): ChildInReferral {
  if (Date.parse(person.dateOfBirth) > setting.receivedAt.getTime()) return unbornAsSaid(from, person, setting);
  const given = givenAsSaid(from, person);
  const family = familyAsSaid(from, person.family, otherFamily(from, person, setting.people));
  const isSwapped = from.chance(ERROR_RATES.orderSwapped);
  const dateOfBirth = birthAsSaid(from, person.dateOfBirth);
  const age = Math.floor((setting.receivedAt.getTime() - Date.parse(person.dateOfBirth)) / 31_557_600_000);
  return {
    ref: `c${setting.index + 1}`,
    givenName: isSwapped ? family : given,
    familyName: isSwapped ? given : family,
    ...(dateOfBirth === null ? { estimatedAgeYears: Math.max(0, age + from.below(3) - 1) } : { dateOfBirth }),
    ...sexAsSaid(from, person),
    identifiers: numbersAsSaid(from, person, age, setting.people),
    ...addressAsSaid(from, setting.home),
  };
}

/** No name but, now and then, the family's; the expected date is a guess of some weeks. */
function unbornAsSaid(from: Random, person: Person, { home, index }: Setting): ChildInReferral {
  const due = new Date(Date.parse(person.dateOfBirth) + (from.below(29) - 12) * 86_400_000);
  return {
    ref: `c${index + 1}`,
    ...(from.chance(0.5) ? { familyName: person.family } : { whyUnknown: 'Not born yet.' }),
    expectedDeliveryDate: due.toISOString().slice(0, 10),
    sex: 'U',
    ...addressAsSaid(from, home),
  };
}

function personAsSaid(from: Random, person: Person, people: readonly Person[]): HouseholdPerson {
  const rates = ERROR_RATES.household;
  const isKnown = from.chance(person.part === 'child' ? rates.siblingBirthKnown : rates.birthKnown);
  const date = isKnown ? birthAsSaid(from, person.dateOfBirth) : null;
  const family = familyAsSaid(from, person.family, otherFamily(from, person, people));
  return {
    ...(from.chance(rates.named) ? { name: `${givenAsSaid(from, person)} ${family}` } : {}),
    ...(date === null ? {} : { dateOfBirth: date }),
    relationship: person.part === 'child' ? (person.sex === 'M' ? 'brother' : 'sister') : person.part,
    ...(from.chance(rates.livesThereSaid) ? { livesInHousehold: 'yes' } : {}),
  };
}

function otherFamily(from: Random, person: Person, people: readonly Person[]): string {
  const others = people.filter(({ family }) => family !== person.family);
  return others.length === 0 ? person.family : from.oneOf(others).family;
}

function sexAsSaid(from: Random, { sex }: Person): Pick<ChildInReferral, 'sex'> {
  if (from.chance(ERROR_RATES.sex.missing)) return {};
  return { sex: from.chance(ERROR_RATES.sex.wrong) ? (sex === 'M' ? 'F' : 'M') : sex };
}

function numbersAsSaid(
  from: Random,
  person: Person,
  age: number,
  people: readonly Person[],
): NonNullable<ChildInReferral['identifiers']> {
  const { nhs, upn } = ERROR_RATES;
  const source = from.chance(nhs.siblings) ? from.oneOf(people) : person;
  return {
    ...(from.chance(nhs.present)
      ? { nhsNumber: from.chance(nhs.oneDigit) ? oneDigitWrong(from, source.nhsNumber) : source.nhsNumber }
      : {}),
    ...(age >= 5 && from.chance(upn.present)
      ? { upn: from.chance(upn.oneDigit) ? oneDigitWrong(from, person.upn) : person.upn }
      : {}),
  };
}

function addressAsSaid(from: Random, home: Home): Pick<ChildInReferral, 'address'> {
  const rates = ERROR_RATES.address;
  if (from.chance(rates.missing)) return {};
  const house = from.chance(rates.houseTyping) ? String(1 + from.below(99)) : home.house;
  const line = from.chance(rates.houseMissing) ? home.street : `${house} ${home.street}`;
  const postcode = from.chance(rates.postcodeTyping) ? mistyped(from, home.postcode) : home.postcode;
  return { address: { lines: [line, home.town], postcode } };
}
