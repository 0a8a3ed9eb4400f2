import { Module } from '@nestjs/common';
import { CaseAccessModule } from '#case-access';
import { HistoryModule } from '#history';
import { IntakeModule } from '#intake';
import { PeopleModule } from '#people';
import { AddPerson } from './add-person.ts';
import { AddedPeople } from './added-people.ts';
import { ConfirmSamePerson } from './confirm-same-person.ts';
import { ConsiderSibling } from './consider-sibling.ts';
import { FamilyEntries } from './family-entries.ts';
import { FamilyPictures } from './family-picture.ts';
import { ListCandidates } from './list-candidates.ts';
import { PersonPairs } from './person-pairs.ts';
import { ReadFamily } from './read-family.ts';
import { RecordRelationship } from './record-relationship.ts';
import { RecordResidence } from './record-residence.ts';
import { SayDifferentPeople } from './say-different-people.ts';
import { SiblingCheck } from './sibling-check.ts';
import { Considerations } from './store/considerations.ts';
import { UndoVerdict } from './undo-verdict.ts';

const SHARED = [
  ...[ListCandidates, ConfirmSamePerson, SayDifferentPeople, UndoVerdict],
  ...[ReadFamily, AddPerson, RecordRelationship, RecordResidence, ConsiderSibling],
  SiblingCheck,
];

@Module({
  imports: [CaseAccessModule, HistoryModule, IntakeModule, PeopleModule],
  providers: [AddedPeople, Considerations, FamilyEntries, FamilyPictures, PersonPairs, ...SHARED],
  exports: SHARED,
})
export class FamilyModule {}
