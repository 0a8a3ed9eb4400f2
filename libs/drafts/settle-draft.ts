import { Injectable } from '@nestjs/common';
import { textIn } from './content/fields.ts';
import { settleOther, type Settling } from './content/settle-other.ts';
import type { DraftOwner } from './draft.ts';
import { DraftDesk } from './draft-desk.ts';

/** Settles a text that was written from elsewhere. */
@Injectable()
export class SettleDraft {
  constructor(private readonly desk: DraftDesk) {}

  /** @throws DomainError `not_found`. */
  execute(owner: DraftOwner, id: string, field: string, settling: Settling): Promise<void> {
    return this.desk.inTransaction(owner, async (tx) => {
      const draft = await this.desk.hold(tx, owner, id);
      if (draft.ended !== null) return;
      const content = settleOther(draft.content, field, settling);
      const danger = textIn(content.fields, 'danger') === 'yes';
      await this.desk.drafts.save(tx, { ...draft, content, danger, version: draft.version + 1 });
    });
  }
}
