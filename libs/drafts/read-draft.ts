import { Injectable } from '@nestjs/common';
import type { Draft, DraftOwner } from './draft.ts';
import { DraftDesk } from './draft-desk.ts';
import { DraftKeys } from './draft-keys.ts';

/** A draft with the keys that its pages carry. */
export interface OpenedDraft {
  readonly draft: Draft;
  readonly saveKey: string;
  readonly browserKey: string;
}

/** The owner's own draft. */
@Injectable()
export class ReadDraft {
  constructor(
    private readonly desk: DraftDesk,
    private readonly keys: DraftKeys,
  ) {}

  /** @throws DomainError `not_found`, also for somebody else's. */
  execute(owner: DraftOwner, id: string): Promise<OpenedDraft> {
    return this.desk.inTransaction(owner, async (tx) => ({
      draft: await this.desk.open(tx, owner, id),
      saveKey: this.keys.saveKey(owner, id, this.desk.now()),
      browserKey: this.keys.browserKey(owner, id),
    }));
  }
}
