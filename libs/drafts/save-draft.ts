import { Injectable } from '@nestjs/common';
import { DomainError } from '#domain';
import type { DraftContent } from './content/draft-content.ts';
import { type DraftFields, textIn } from './content/fields.ts';
import { mergeFields } from './content/merge-fields.ts';
import type { Draft, DraftOwner } from './draft.ts';
import { DraftDesk } from './draft-desk.ts';

/** A referral with every text at its longest, in letters of four bytes, and a second hand on it. */
const MOST_BYTES = 4_000_000;

/** What a page has to be kept. */
interface DraftToSave {
  readonly id: string;
  /** The version that the page was filled with. */
  readonly base: number;
  /** Random name of the open page. */
  readonly writer: string;
  /** Which saving of that page it is. */
  readonly turn: number;
  readonly page: string;
  readonly fields: DraftFields;
}

export interface Saved {
  readonly draft: Draft;
  /** Fields in which something else had been written meanwhile. */
  readonly conflicts: readonly string[];
}

/** Keeps what was typed into a draft. */
@Injectable()
export class SaveDraft {
  constructor(private readonly desk: DraftDesk) {}

  /**
   * A draft that has ended stays as it is: the answer says how it ended.
   * @throws DomainError `not_found`; `body_too_large` when nothing of it can be kept.
   */
  execute(owner: DraftOwner, given: DraftToSave): Promise<Saved> {
    const at = this.desk.now();
    return this.desk.inTransaction(owner, async (tx) => {
      const draft = await this.desk.hold(tx, owner, given.id);
      if (draft.ended !== null) return { draft, conflicts: [] };
      const version = draft.version + 1;
      const merged = mergeFields(draft.content, { ...given, version });
      if (!merged.changed && draft.page === given.page) return { draft, conflicts: [] };
      requireFit(merged.content);
      const saved = { ...draft, content: merged.content, page: given.page, version, savedAt: at };
      const kept = { ...saved, expiresAt: this.desk.expiryAfter(at) };
      await this.desk.drafts.save(tx, { ...kept, danger: textIn(merged.content.fields, 'danger') === 'yes' });
      return { draft: kept, conflicts: merged.conflicts };
    });
  }
}

function requireFit(content: DraftContent): void {
  if (Buffer.byteLength(JSON.stringify(content)) <= MOST_BYTES) return;
  throw new DomainError('body_too_large', 'The draft holds more than can be kept.');
}
