import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { IntakeModule } from '#intake';
import { VaultModule } from '#vault';
import { AbandonDraft } from './abandon-draft.ts';
import { DraftDesk } from './draft-desk.ts';
import { DraftKeys } from './draft-keys.ts';
import { ListDrafts } from './list-drafts.ts';
import { ReadDraft } from './read-draft.ts';
import { SaveDraft } from './save-draft.ts';
import { SendDraft } from './send-draft.ts';
import { SettleDraft } from './settle-draft.ts';
import { StartDraft } from './start-draft.ts';
import { DraftRepository } from './store/draft.repository.ts';
import { SenderRepository } from './store/sender.repository.ts';

const USE_CASES = [StartDraft, ReadDraft, ListDrafts, SaveDraft, SettleDraft, AbandonDraft, SendDraft];

@Module({
  imports: [IntakeModule, VaultModule],
  providers: [AuditTrail, DraftRepository, SenderRepository, DraftDesk, DraftKeys, ...USE_CASES],
  exports: [DraftKeys, ...USE_CASES],
})
export class DraftsModule {}
