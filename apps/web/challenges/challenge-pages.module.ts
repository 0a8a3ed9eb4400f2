import { Module } from '@nestjs/common';
import { ChallengesModule } from '#challenges';
import { RecordsModule } from '../records/records.module.ts';
import { AgencyStepController } from './agency-step.controller.ts';
import { CaseChallengesController } from './case-challenges.controller.ts';
import { ChallengeVisits } from './challenge-visits.ts';
import { ChallengeController } from './challenge.controller.ts';
import { ChallengesController } from './challenges.controller.ts';

const CONTROLLERS = [ChallengesController, ChallengeController, AgencyStepController, CaseChallengesController];

/** Disagreement with decisions, as the front door works on it. */
@Module({ imports: [RecordsModule, ChallengesModule], controllers: CONTROLLERS, providers: [ChallengeVisits] })
export class ChallengePagesModule {}
