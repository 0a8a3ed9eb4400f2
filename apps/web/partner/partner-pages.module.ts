import { Module } from '@nestjs/common';
import { ChallengesModule } from '#challenges';
import { DecisionsModule } from '#decisions';
import { DraftsModule } from '#drafts';
import { EnquiriesModule } from '#enquiries';
import { IntakeModule } from '#intake';
import { AskedListController } from './asked-list.controller.ts';
import { ChallengeController } from './challenge.controller.ts';
import { ChallengeSteps } from './challenge-steps.ts';
import { OpenChallengeController } from './open-challenge.controller.ts';
import { PartnerWork } from './partner-work.ts';
import { ReplyController } from './reply.controller.ts';
import { SentListController } from './sent-list.controller.ts';
import { SentRecords } from './sent-record.ts';
import { SentStatusController } from './sent-status.controller.ts';
import { TellMoreController } from './tell-more.controller.ts';

/** Pages of the agencies that refer, follow, answer and challenge. */
@Module({
  imports: [ChallengesModule, DecisionsModule, DraftsModule, EnquiriesModule, IntakeModule],
  controllers: [
    ...[SentListController, SentStatusController, TellMoreController],
    ...[OpenChallengeController, ChallengeController, AskedListController, ReplyController],
  ],
  providers: [PartnerWork, SentRecords, ChallengeSteps],
})
export class PartnerPagesModule {}
