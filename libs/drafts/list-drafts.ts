import { Injectable } from '@nestjs/common';
import { choicesIn, textIn } from './content/fields.ts';
import type { Draft, DraftChannel, DraftOwner } from './draft.ts';
import { DraftDesk } from './draft-desk.ts';

const MOST_LISTED = 100;

/** One line of somebody's own drafts. */
export interface DraftSummary {
  readonly id: string;
  readonly channel: DraftChannel;
  /** Names of the children as far as they were typed. */
  readonly children: readonly string[];
  /** The page to go on with. */
  readonly page: string;
  readonly savedAt: Date;
  readonly expiresAt: Date;
  /** `expired`: it was removed because nobody sent it in time. */
  readonly state: 'open' | 'expired';
}

/** What somebody has begun and not sent; and, for a month, what was removed because nobody sent it. */
@Injectable()
export class ListDrafts {
  constructor(private readonly desk: DraftDesk) {}

  /** The draft that was begun last and not thrown away, sent or not; `null` for none. */
  async newest(owner: DraftOwner): Promise<Draft | null> {
    const drafts = await this.desk.inTransaction(owner, (tx) => this.desk.drafts.ofOwner(tx, owner, MOST_LISTED));
    return drafts.find(({ ended }) => ended === null || ended === 'sent') ?? null;
  }

  async execute(owner: DraftOwner): Promise<readonly DraftSummary[]> {
    const drafts = await this.desk.inTransaction(owner, (tx) => this.desk.drafts.ofOwner(tx, owner, MOST_LISTED));
    return drafts.flatMap((draft) => {
      if (draft.ended !== null && draft.ended !== 'expired') return [];
      const { id, channel, page, savedAt, expiresAt } = draft;
      const state = draft.ended === null ? 'open' : 'expired';
      return [{ id, channel, page, savedAt, expiresAt, state, children: namesIn(draft) } as const];
    });
  }
}

function namesIn({ content: { fields } }: Draft): string[] {
  return choicesIn(fields, 'children').flatMap((number) => {
    const parts = [textIn(fields, `child-${number}-givenName`), textIn(fields, `child-${number}-familyName`)];
    const name = parts.filter((part) => part !== '').join(' ');
    return name === '' ? [] : [name];
  });
}
