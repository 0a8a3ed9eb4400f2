/**
 * Who is whom: the people named in referrals, who of them may be one person, who somebody says is, and the families and
 * households they form. The engine finds candidates; people alone say that two mentions are one person.
 */
export { FindCandidates } from './find-candidates.ts';
export type { MatchBand, MatchEvidence, MatchField } from './matching/match-model.ts';
export { type ArrivingReferral, Mentions } from './mentions/mentions.ts';
export type { Mention, MentionRole, OpenMention } from './mentions/mention.ts';
export {
  type MotherDetails,
  NOTHING_KNOWN,
  type PersonAddress,
  type PersonDetails,
  type PersonNames,
} from './mentions/person-details.ts';
export { PeopleModule } from './people.module.ts';
export { addressKeyOf, plainText } from './households/address-key.ts';
export type { Certainty, RelatedBy, RelatedCase } from './households/related-case.ts';
export { type CaseInFamily, findRelatedCases, findRelatedOfEach } from './households/related-cases.query.ts';
export type {
  NewRelationship,
  NewResidence,
  Recording,
  RelationshipEntry,
  ResidenceEntry,
} from './households/entry.ts';
export { findMentionIds } from './households/mention-ids.query.ts';
export { nextPosition } from './households/next-position.query.ts';
export { RELATIONSHIP_KINDS, type RelationshipKind, SIBLING_KINDS } from './households/relationship-kind.ts';
export { Relationships } from './households/relationships.ts';
export { Residences } from './households/residences.ts';
export { findCandidatesOf, type FoundCandidate } from './verdicts/candidates.query.ts';
export { groupMentions } from './verdicts/group-mentions.ts';
export type { Saying, Verdict } from './verdicts/verdict.ts';
export { Verdicts } from './verdicts/verdicts.ts';
