import type { Address, AdultFactor, Answer, ChildIdentifiers } from '#domain';

/** Names as they were written; whichever is not known is `null`. */
export interface PersonNames {
  readonly given: string | null;
  readonly family: string | null;
  /** Other names somebody is or was known by. */
  readonly other: readonly string[];
}

/** Where somebody was said to live. Never a place that many share because they have none. */
export interface PersonAddress {
  readonly lines: readonly string[];
  readonly postcode: string | null;
  readonly uprn: string | null;
}

/** One person as one referral describes them. What it does not say is `null`. Dates are local calendar days. */
export interface PersonDetails {
  readonly names: PersonNames;
  readonly dateOfBirth: string | null;
  readonly expectedDeliveryDate: string | null;
  readonly estimatedAgeYears: number | null;
  readonly sex: 'M' | 'F' | 'U' | null;
  readonly identifiers: ChildIdentifiers;
  readonly address: PersonAddress | null;
  /** To the child or children of the referral, in the sender's words. */
  readonly relationship: string | null;
  readonly parentalResponsibility: Answer | null;
  readonly livesInHousehold: Answer | null;
  readonly factors: readonly AdultFactor[];
  /** Of a child: the mother as the same referral names her. An unborn child has little else to be known by. */
  readonly mother: MotherDetails | null;
}

export interface MotherDetails {
  readonly names: PersonNames;
  readonly dateOfBirth: string | null;
}

export const NO_NAMES: PersonNames = { given: null, family: null, other: [] };

/** Somebody of whom nothing is known but that they are. */
export const NOTHING_KNOWN: PersonDetails = {
  names: NO_NAMES,
  dateOfBirth: null,
  expectedDeliveryDate: null,
  estimatedAgeYears: null,
  sex: null,
  identifiers: {},
  address: null,
  relationship: null,
  parentalResponsibility: null,
  livesInHousehold: null,
  factors: [],
  mother: null,
};

/** The postcode, where it is one: "unknown" and "no fixed abode" make strangers no neighbours. */
export function addressOf({ lines = [], postcode = '', uprn = '' }: Address): PersonAddress | null {
  const compact = postcode.replace(/\s/g, '').toUpperCase();
  const isPlace = compact !== '' && !NO_PLACE.test(compact);
  if (!isPlace && uprn.trim() === '') return null;
  return { lines: isPlace ? lines : [], postcode: isPlace ? postcode : null, uprn: uprn.trim() === '' ? null : uprn };
}

/** ZZ99 codes are pseudo-postcodes: no fixed abode and unknown among them (NHS Organisation Data Service). */
const NO_PLACE = /^(ZZ99.*|UNKNOWN|NOTKNOWN|NFA|NONE)$/;
