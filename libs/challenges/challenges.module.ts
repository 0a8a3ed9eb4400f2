import { Module } from '@nestjs/common';
import { CaseAccessModule } from '#case-access';
import { ClocksModule } from '#clocks';
import { DecisionsModule } from '#decisions';
import { IntakeModule } from '#intake';
import { Messages } from '#messages';
import { AcknowledgeComplaint } from './acknowledge-complaint.ts';
import { ChallengeDesk } from './challenge-desk.ts';
import { ChallengeParties } from './challenge-parties.ts';
import { ChallengesOfRecord } from './challenges-of-record.ts';
import { DecideChallenge } from './decide-challenge.ts';
import { EndChallenge } from './end-challenge.ts';
import { EscalateChallenge } from './escalate-challenge.ts';
import { ListChallenges } from './list-challenges.ts';
import { OpenChallenge } from './open-challenge.ts';
import { ReadChallenge } from './read-challenge.ts';
import { ReopenUpheld } from './reopen-upheld.ts';
import { RequestFamilyReview } from './request-family-review.ts';
import { RespondToChallenge } from './respond-to-challenge.ts';
import { ChallengeRepository } from './store/challenge.repository.ts';

const USE_CASES = [
  ...[OpenChallenge, RespondToChallenge, EscalateChallenge, EndChallenge, DecideChallenge],
  ...[RequestFamilyReview, AcknowledgeComplaint],
  ...[ListChallenges, ChallengesOfRecord, ReadChallenge],
];

@Module({
  imports: [CaseAccessModule, ClocksModule, DecisionsModule, IntakeModule],
  providers: [Messages, ChallengeRepository, ChallengeDesk, ChallengeParties, ReopenUpheld, ...USE_CASES],
  exports: USE_CASES,
})
export class ChallengesModule {}
