import { Module } from '@nestjs/common';
import { CaseAccessModule } from '#case-access';
import { CasePageModule, DecisionsModule } from '#decisions';
import { EnquiriesModule } from '#enquiries';
import { IntakeModule } from '#intake';
import { SignOffController } from '../sign-off/sign-off.controller.ts';
import { AskSenderController } from './ask-sender.controller.ts';
import { CaseAgainController } from './case-again.controller.ts';
import { CaseScreen } from './case-screen.ts';
import { CaseStepsController } from './case-steps.controller.ts';
import { CaseController } from './case.controller.ts';
import { DecideController } from './decide.controller.ts';

/** One case on one screen, and the decisions that wait for a second person. */
@Module({
  imports: [CaseAccessModule, CasePageModule, DecisionsModule, EnquiriesModule, IntakeModule],
  controllers: [
    ...[CaseController, CaseStepsController, AskSenderController, DecideController, CaseAgainController],
    SignOffController,
  ],
  providers: [CaseScreen],
})
export class CasePagesModule {}
