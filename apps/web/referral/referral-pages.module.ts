import { Module } from '@nestjs/common';
import { DraftsModule } from '#drafts';
import { IntakeModule } from '#intake';
import { AutosaveController } from './autosave.controller.ts';
import { CheckController } from './check.controller.ts';
import { DraftController } from './draft.controller.ts';
import { DraftVisits } from './draft-visits.ts';
import { FormPages } from './form-pages.ts';
import { ReceiptController } from './receipt.controller.ts';
import { SaveByKey } from './save-by-key.ts';
import { SavePage } from './save-page.ts';
import { SendVisits } from './send-visits.ts';
import { StartReferralController } from './start-referral.controller.ts';

/** The referral form; what every form of referrals shares. */
@Module({
  imports: [DraftsModule, IntakeModule],
  controllers: [StartReferralController, AutosaveController, CheckController, DraftController, ReceiptController],
  providers: [FormPages, SavePage, SaveByKey, DraftVisits, SendVisits],
  exports: [FormPages, SavePage, SaveByKey, DraftVisits, SendVisits, DraftsModule],
})
export class ReferralPagesModule {}
