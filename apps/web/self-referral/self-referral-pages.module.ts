import { Module } from '@nestjs/common';
import { ReferralPagesModule } from '../referral/referral-pages.module.ts';
import { FamilyDrafts } from './family-drafts.ts';
import { OwnWordsController } from './own-words.controller.ts';
import { ResumeCookie } from './resume-cookie.ts';
import { SelfReferralController } from './self-referral.controller.ts';

/** Help asked for by families and young people, without an account. */
@Module({
  imports: [ReferralPagesModule],
  controllers: [SelfReferralController, OwnWordsController],
  providers: [FamilyDrafts, ResumeCookie],
})
export class SelfReferralPagesModule {}
