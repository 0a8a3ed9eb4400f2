import { Injectable } from '@nestjs/common';
import type { DraftOwner } from './draft.ts';
import { DraftDesk } from './draft-desk.ts';

/** Takes away what was typed, because its owner says so. */
@Injectable()
export class AbandonDraft {
  constructor(private readonly desk: DraftDesk) {}

  /** @throws DomainError `not_found`. */
  execute(owner: DraftOwner, id: string): Promise<void> {
    return this.desk.inTransaction(owner, async (tx) => {
      const draft = await this.desk.hold(tx, owner, id);
      await this.desk.drafts.abandon(tx, draft, this.desk.now());
    });
  }
}
