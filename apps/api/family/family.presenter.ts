import { detailOf, type FamilyView, nameOfMember, nameOfMention, type StandingMember } from '#family';
import type { RelationshipEntry, ResidenceEntry } from '#people';
import type { FamilyResponse } from './family.response.ts';

type MemberResponse = FamilyResponse['members'][number];

export function presentFamily({ members, cases, homes, gaps, prompts }: FamilyView): FamilyResponse {
  const senders = new Map(cases.map(({ referralId, agencyId }) => [referralId as string, agencyId as string]));
  return {
    members: members.map((member) => presentMember(member, senders)),
    homes: homes.map((home) => ({ ...home, members: [...home.members] })),
    gaps: gaps.map((gap) => ({ ...gap, members: [...gap.members] })),
    prompts: prompts.map((prompt) => ({ ...prompt })),
  };
}

function presentMember(member: StandingMember, senders: ReadonlyMap<string, string>): MemberResponse {
  return {
    id: member.id,
    part: member.part,
    belonging: member.belonging,
    name: nameOfMember(member),
    dateOfBirth: detailOf(member, ({ details }) => details.dateOfBirth),
    expectedDeliveryDate: detailOf(member, ({ details }) => details.expectedDeliveryDate),
    allegedSourceOfHarm: member.mentions.some(({ mention }) => mention.role === 'source_of_harm'),
    mentions: member.mentions.map(({ mention, belonging }) => ({
      id: mention.id,
      referralId: mention.referralId,
      agencyId: senders.get(mention.referralId) ?? null,
      receivedAt: mention.receivedAt.toISOString(),
      role: mention.role,
      belonging,
      name: nameOfMention(mention),
    })),
    relationships: member.relationships.map(presentRelationship),
    residences: member.residences.map(presentResidence),
    cases: member.cases.map(presentFamilyCase),
    sibling: presentStanding(member),
  };
}

export function presentFamilyCase(found: StandingMember['cases'][number]): MemberResponse['cases'][number] {
  const { id, reference, state, receivedAt, decision } = found;
  return { id, reference, state, receivedAt: receivedAt.toISOString(), decision };
}

function presentRelationship(entry: RelationshipEntry): MemberResponse['relationships'][number] {
  const { toId, kind, parentalResponsibility, livesInHousehold } = entry;
  return { ...presentEntry(entry), toId, kind, parentalResponsibility, livesInHousehold };
}

function presentResidence(entry: ResidenceEntry): MemberResponse['residences'][number] {
  const { address, addressSecret, since, until } = entry;
  return {
    ...presentEntry(entry),
    address: address === null ? null : { ...address, lines: [...address.lines] },
    addressSecret,
    since,
    until,
  };
}

function presentEntry({
  id,
  mentionId,
  recordedAt,
  recordedByName,
  reason,
  replaces,
  stands,
}: RelationshipEntry | ResidenceEntry) {
  const at = recordedAt.toISOString();
  return { id, mentionId, recordedAt: at, recordedBy: recordedByName, reason, replaces, stands };
}

function presentStanding({ standing }: StandingMember): MemberResponse['sibling'] {
  if (standing === null) return null;
  const { state, consideration } = standing;
  if (consideration === null) return { state, consideration };
  const { outcome, reason, consideredByName, consideredAt } = consideration;
  return { state, consideration: { outcome, reason, by: consideredByName, at: consideredAt.toISOString() } };
}
