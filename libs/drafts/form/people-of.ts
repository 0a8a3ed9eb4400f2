import type { Address, AdultFactor, ChildInReferral, Household, HouseholdPerson, VoiceOfChild } from '#domain';
import type { DraftChannel } from '../draft.ts';
import { type Given, given } from './given.ts';

/** A child of the referral; its `ref` is its number in the draft, which a child keeps. */
export function childOf(from: Given, member: string, channel: DraftChannel): ChildInReferral {
  const name = (part: string): string => `child-${member}-${part}`;
  const text = (part: string): string | undefined => from.text(name(part));
  const age = from.text(name('age'));
  const other = text('otherNames');
  return given<ChildInReferral>({
    ref: `c${member}`,
    givenName: text('givenName'),
    familyName: text('familyName'),
    otherNames: other === undefined ? undefined : [other],
    whyUnknown: text('whyUnknown'),
    dateOfBirth: age === 'born' ? from.day(name('born')) : undefined,
    expectedDeliveryDate: age === 'unborn' ? from.day(name('due')) : undefined,
    estimatedAgeYears: age === 'estimate' || channel === 'self_referral' ? from.amount(name('years'), 25) : undefined,
    sex: age === 'unborn' ? 'U' : from.known<'M' | 'F' | 'U'>(name('sex')),
    address: addressOf(text),
    currentWhereabouts: text('whereabouts'),
    firstLanguage: text('language'),
    interpreterNeeded: from.answer(name('interpreter')),
    communicationNeeds: text('communication'),
    mobility: from.oneOf<NonNullable<ChildInReferral['mobility']>>(name('mobility')),
    seenBySender: from.answer(name('seen')),
    school: wrapped(text('school')),
    gp: wrapped(text('gp')),
    identifiers: text('nhsNumber') === undefined ? undefined : given({ nhsNumber: text('nhsNumber') }),
    voice: voiceOf(from, name),
  });
}

/** Household and family. A number of adults with nothing said about them is none. */
export function householdOf(from: Given): Household | undefined {
  const people = (from.choices('adults') ?? []).map((member) => personOf(from, `adult-${member}-`));
  const named = people.filter((person): person is HouseholdPerson => person !== undefined);
  return given<Household>({
    people: named.length === 0 ? undefined : named,
    otherChildrenInContact: from.text('other-children'),
    visitSafety: from.text('visit-safety'),
  });
}

function personOf(from: Given, prefix: string): HouseholdPerson | undefined {
  return given<HouseholdPerson>({
    name: from.text(`${prefix}name`),
    dateOfBirth: from.day(`${prefix}born`),
    relationship: from.text(`${prefix}relationship`),
    parentalResponsibility: from.answer(`${prefix}responsibility`),
    livesInHousehold: from.answer(`${prefix}lives`),
    factors: from.choices<AdultFactor>(`${prefix}factors`),
  });
}

function addressOf(text: (part: string) => string | undefined): Address | undefined {
  const lines = ['line1', 'line2', 'town'].map(text).filter((line) => line !== undefined);
  return given<Address>({ lines: lines.length === 0 ? undefined : lines, postcode: text('postcode') });
}

function voiceOf(from: Given, name: (part: string) => string): VoiceOfChild | undefined {
  const isHeard = from.is(name('heard'), 'yes');
  return given<VoiceOfChild>({
    howObtained: isHeard ? from.text(name('howHeard')) : undefined,
    said: isHeard ? from.text(name('said')) : undefined,
    observedBehaviour: from.text(name('behaviour')),
    whyNotObtained: from.is(name('heard'), 'no')
      ? from.oneOf<NonNullable<VoiceOfChild['whyNotObtained']>>(name('whyNotHeard'))
      : undefined,
  });
}

function wrapped(name: string | undefined): { readonly name: string } | undefined {
  return name === undefined ? undefined : { name };
}
