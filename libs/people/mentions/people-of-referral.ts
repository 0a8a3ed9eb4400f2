import type { ChildInReferral, HouseholdPerson, ReferralDocument } from '#domain';
import type { DescribedPerson } from './mention.ts';
import {
  addressOf,
  type MotherDetails,
  NO_NAMES,
  NOTHING_KNOWN,
  type PersonAddress,
  type PersonDetails,
} from './person-details.ts';
import { splitName } from './split-name.ts';

/**
 * Everybody whom a referral names or describes: each child, the unborn and the unknown too, the people of the household
 * and family, and the alleged source of harm where one is named.
 */
export function peopleOfReferral({ children, household, worries }: ReferralDocument): DescribedPerson[] {
  const people = household?.people ?? [];
  const mother = motherAmong(people);
  const home = homeOf(children);
  const source = worries.allegedSourceOfHarm;
  const sourceNames = splitName(source?.name);
  return [
    ...children.map((child, position) => ({ role: 'child', position, details: childDetails(child, mother) }) as const),
    ...people.map((person, position) => ({ role: roleOf(person), position, details: detailsOf(person, home) })),
    ...(sourceNames === NO_NAMES
      ? []
      : [
          {
            role: 'source_of_harm',
            position: 0,
            details: { ...NOTHING_KNOWN, names: sourceNames, relationship: source?.relationship ?? null },
          } as const,
        ]),
  ];
}

function childDetails(child: ChildInReferral, mother: MotherDetails | null): PersonDetails {
  return {
    ...NOTHING_KNOWN,
    names: { given: named(child.givenName), family: named(child.familyName), other: child.otherNames ?? [] },
    dateOfBirth: child.dateOfBirth ?? null,
    expectedDeliveryDate: child.expectedDeliveryDate ?? null,
    estimatedAgeYears: child.estimatedAgeYears ?? null,
    sex: child.sex ?? null,
    identifiers: child.identifiers ?? {},
    address: addressOf(child.address ?? {}),
    mother,
  };
}

function detailsOf(person: HouseholdPerson, home: PersonAddress | null): PersonDetails {
  return {
    ...NOTHING_KNOWN,
    names: splitName(person.name),
    dateOfBirth: person.dateOfBirth ?? null,
    address: person.livesInHousehold === 'yes' ? home : null,
    relationship: person.relationship ?? null,
    parentalResponsibility: person.parentalResponsibility ?? null,
    livesInHousehold: person.livesInHousehold ?? null,
    factors: person.factors ?? [],
  };
}

/** Brothers and sisters out of the home stay with the household's people: only grown-ups are other adults. */
function roleOf({ livesInHousehold, relationship = '' }: HouseholdPerson): 'household_member' | 'other_adult' {
  return livesInHousehold === 'no' && !SIBLING.test(relationship) ? 'other_adult' : 'household_member';
}

/** The one address of the children; with several, nobody can say which is the household's. */
function homeOf(children: readonly ChildInReferral[]): PersonAddress | null {
  const homes = children.flatMap((child) => addressOf(child.address ?? {}) ?? []);
  const [first] = homes;
  const isOne = new Set(homes.map((home) => JSON.stringify(home).toLowerCase())).size === 1;
  return isOne ? (first ?? null) : null;
}

/** `null` where none is named, or more than one. */
function motherAmong(people: readonly HouseholdPerson[]): MotherDetails | null {
  const [mother, another] = people.filter((person) => MOTHER.test(person.relationship?.trim() ?? ''));
  if (mother === undefined || another !== undefined) return null;
  const names = splitName(mother.name);
  const dateOfBirth = mother.dateOfBirth ?? null;
  return names === NO_NAMES && dateOfBirth === null ? null : { names, dateOfBirth };
}

function named(text: string | undefined): string | null {
  const name = text?.trim() ?? '';
  return name === '' || /^((not |un)known|n\/?a|none|tbc)$/i.test(name) ? null : name;
}

const MOTHER = /^(birth |biological |natural )?(mother|mum|mam|mummy)( of .*)?$/i;
const SIBLING =
  /^((half|step|twin|older|younger|elder|big|little|baby|foster|adoptive)[\s-]*)*(brother|sister|sibling|twin|baby)\b/i;
