import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EMPTY_DRAFT } from './content/draft-content.ts';
import type { DraftChannel, DraftOwner } from './draft.ts';
import { DraftDesk } from './draft-desk.ts';
import { firstPageOf } from './form/pages-of.ts';
import { SenderRepository } from './store/sender.repository.ts';

/** Begins a referral, with what is known of whoever writes it. */
@Injectable()
export class StartDraft {
  constructor(
    private readonly desk: DraftDesk,
    private readonly senders: SenderRepository,
  ) {}

  /** Resolves to the draft's id. */
  execute(owner: DraftOwner, channel: DraftChannel, known: Readonly<Record<string, string>> = {}): Promise<string> {
    const at = this.desk.now();
    const id = randomUUID();
    return this.desk.inTransaction(owner, async (tx) => {
      const earlier = channel === 'form' ? await this.senders.find(tx, owner) : {};
      await this.desk.drafts.insert(tx, owner, {
        ...{ id, authorityId: owner.authorityId, channel, danger: false, version: 1, page: firstPageOf(channel) },
        content: { ...EMPTY_DRAFT, fields: { ...known, ...earlier } },
        ...{ startedAt: at, savedAt: at, expiresAt: this.desk.expiryAfter(at) },
      });
      return id;
    });
  }
}
