/**
 * The family of a child as people work on it: who is one person, what somebody is to a child, who lives where, and that no
 * brother or sister is forgotten. Source: domain pack 3.1 (one family graph), 4.4 (sibling link), 4.5 F14.
 */
export { AddPerson, type NewPersonRequest } from './add-person.ts';
export { ConfirmSamePerson } from './confirm-same-person.ts';
export { ConsiderSibling } from './consider-sibling.ts';
export { FamilyModule } from './family.module.ts';
export { FAMILY_GAPS } from './gaps.ts';
export { type CandidatePair, type Candidates, ListCandidates } from './list-candidates.ts';
export { detailOf, nameOfMember, nameOfMention } from './member.ts';
export { type FamilyView, ReadFamily } from './read-family.ts';
export { RecordRelationship } from './record-relationship.ts';
export { RecordResidence } from './record-residence.ts';
export { SayDifferentPeople } from './say-different-people.ts';
export { SiblingCheck, type StandingMember } from './sibling-check.ts';
export { CONSIDERATION_OUTCOMES, type ConsiderationOutcome } from './store/considerations.ts';
export { UndoVerdict } from './undo-verdict.ts';
