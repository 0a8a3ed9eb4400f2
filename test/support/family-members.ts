import type { OpenMention, PersonDetails, RelationshipEntry, ResidenceEntry } from '#people';
import type { Member } from '../../libs/family/member.ts';

const AT = new Date('2026-11-02T09:00:00Z');

/** A mention of somebody invented; `id` also names the person. */
export function aMention(
  id: string,
  changes: Partial<Omit<OpenMention, 'details'>> & { details?: Partial<PersonDetails> } = {},
): OpenMention {
  const details = {
    names: { given: id, family: 'Example', other: [] },
    dateOfBirth: null,
    expectedDeliveryDate: null,
    ...changes.details,
  } as PersonDetails;
  const place = { authorityId: 'larkshire', referralId: 'r1', caseId: null, role: 'household_member' } as const;
  return { id, personId: id, position: 0, receivedAt: AT, ...place, ...changes, details };
}

export function aRelationship(mentionId: string, changes: Partial<RelationshipEntry> = {}): RelationshipEntry {
  const said = { kind: 'not_known', parentalResponsibility: 'not_asked', livesInHousehold: 'not_asked' } as const;
  return { id: `${mentionId} is`, mentionId, toId: null, ...said, ...AS_REPORTED, ...changes };
}

/** By its first line; a day without an end is still so. */
export function aResidence(mentionId: string, line: string, changes: Partial<ResidenceEntry> = {}): ResidenceEntry {
  const address = { lines: [line], postcode: 'LK1 1AA', uprn: null };
  const since = { since: null, until: null, addressSecret: false };
  return { id: `${mentionId} at ${line}`, mentionId, address, ...since, ...AS_REPORTED, ...changes };
}

export function aMember(id: string, changes: Partial<Member> & { mention?: OpenMention } = {}): Member {
  const { mention = aMention(id), ...rest } = changes;
  const mentions = [{ mention, belonging: 'reported' }] as const;
  const entries = { relationships: [], residences: [], cases: [] };
  return { id, part: 'adult', belonging: 'reported', mentions, ...entries, ...rest };
}

const AS_REPORTED = {
  recordedAt: AT,
  recordedBy: null,
  recordedByName: null,
  reason: null,
  replaces: null,
  stands: true,
};
