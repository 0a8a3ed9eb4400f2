import type { Address, ChildInReferral, HouseholdPerson, ReferralDocument, Referrer } from '#domain';
import { compact } from './folded-text.ts';
import type { Identifier, RedactionKind, ThirdParty } from './third-party.ts';

interface Found {
  readonly name: string | null;
  readonly relationship: string | null;
  readonly identifiers: readonly Identifier[];
}

/** A referral as somebody reads it who asks about one child. */
interface ReferralRead {
  readonly document: ReferralDocument;
  /** Which of its children it is about; `null` where it is about others alone. */
  readonly childIndex: number | null;
  readonly isReferrerHidden: boolean;
}

/**
 * Everybody whom the referrals know besides the one child. The same name is the same person. A referrer who acts for an
 * agency is named, unless they asked not to be or harm could come of it; their telephone is nobody's business.
 */
export function thirdPartiesOf(...referrals: readonly ReferralRead[]): ThirdParty[] {
  return numbered(referrals.flatMap(foundIn).filter((each) => each.identifiers.length > 0));
}

function foundIn({ document, childIndex, isReferrerHidden }: ReferralRead): Found[] {
  const { children, household, worries, referrer } = document;
  return [
    ...children.filter((_, index) => index !== childIndex).map(otherChild),
    ...(household?.people ?? []).map(householdPerson),
    ...(worries.allegedSourceOfHarm === undefined ? [] : [sourceOfHarm(worries.allegedSourceOfHarm)]),
    referrerOf(referrer, isReferrerHidden),
  ];
}

/** With those whom somebody named elsewhere in the record; who is known already is not counted twice. */
export function withNamed(people: readonly ThirdParty[], names: readonly string[]): ThirdParty[] {
  const known = new Set(people.flatMap(({ identifiers }) => identifiers.map(({ value }) => compact(value))));
  const others = new Map(names.map((name) => [compact(name), name]));
  const added = [...others].filter(([key]) => key !== '' && !known.has(key));
  return [
    ...people,
    ...added.map(([, name], at) => ({
      number: people.length + at + 1,
      relationship: null,
      identifiers: listed('name', name),
    })),
  ];
}

/** Whether the child or the family must not learn who the referrer was. */
export function isReferrerConfidential({ capacity, anonymous, wantsAnonymityFromFamily }: Referrer): boolean {
  return capacity === 'family' || capacity === 'public' || anonymous === true || wantsAnonymityFromFamily === true;
}

function numbered(found: readonly Found[]): ThirdParty[] {
  const byName = new Map<string, Found[]>();
  for (const [index, each] of found.entries()) {
    const key = each.name === null ? `#${String(index)}` : compact(each.name);
    byName.set(key, [...(byName.get(key) ?? []), each]);
  }
  return [...byName.values()].map((same, index) => ({
    number: index + 1,
    relationship: same.find((each) => each.relationship !== null)?.relationship ?? null,
    identifiers: withoutRepeats(same.flatMap((each) => each.identifiers)),
  }));
}

/** What several referrals say alike is looked for once. */
function withoutRepeats(identifiers: readonly Identifier[]): Identifier[] {
  return [...new Map(identifiers.map((each) => [`${each.kind} ${each.value}`, each])).values()];
}

function otherChild(child: ChildInReferral): Found {
  const { givenName, familyName, otherNames = [], identifiers = {} } = child;
  const name = [givenName, familyName].filter((part) => part !== undefined).join(' ');
  return {
    name: name === '' ? null : name,
    relationship: null,
    identifiers: [
      ...listed('name', name, ...otherNames),
      ...listed('date_of_birth', child.dateOfBirth, child.expectedDeliveryDate),
      ...addressOf(child.address),
      ...listed('number', ...(Object.values(identifiers) as readonly string[])),
      ...listed('place', child.school?.name, child.gp?.name),
    ],
  };
}

function householdPerson({ name, relationship, dateOfBirth }: HouseholdPerson): Found {
  const identifiers = [...listed('name', name), ...listed('date_of_birth', dateOfBirth)];
  return { name: name ?? null, relationship: relationship ?? null, identifiers };
}

function sourceOfHarm({ name, relationship }: { readonly name?: string; readonly relationship?: string }): Found {
  return { name: name ?? null, relationship: relationship ?? null, identifiers: listed('name', name) };
}

function referrerOf(referrer: Referrer, isHidden: boolean): Found {
  const { name, phone, email, organisation, role, relationship } = referrer;
  const contact = [...listed('telephone', phone), ...listed('email', email)];
  const who = isHidden ? [...listed('name', name), ...listed('place', organisation)] : [];
  const told = isHidden ? null : (role ?? relationship ?? null);
  return { name: name ?? null, relationship: told, identifiers: [...who, ...contact] };
}

function addressOf(address: Address = {}): Identifier[] {
  return [...listed('address', ...(address.lines ?? []), address.postcode), ...listed('number', address.uprn)];
}

function listed(kind: RedactionKind, ...values: readonly (string | undefined)[]): Identifier[] {
  return values.flatMap((value) => (value === undefined || compact(value) === '' ? [] : [{ kind, value }]));
}
