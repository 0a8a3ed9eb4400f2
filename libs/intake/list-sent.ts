import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Clock } from '#domain';
import { nameOf } from '#facts';
import { CLOCK, Database } from '#platform';
import { Vault } from '#vault';
import { SentReferrals } from './sent-referrals.ts';
import { findSentPage, type SentRow } from './sent-list.query.ts';

/** Which of its referrals an agency wants to see; `waiting` has a child nobody has decided about yet. */
export const SENT_FILTERS = ['all', 'waiting', 'decided'] as const;
export type SentFilter = (typeof SENT_FILTERS)[number];

/** One line of an agency's own list. */
export interface SentLine {
  readonly reference: string;
  readonly senderReference: string | null;
  readonly receivedAt: Date;
  /** As the sender named them; `null` for a child without a name. */
  readonly children: readonly (string | null)[];
  /** How many children are decided about; `null` where it may not be told. */
  readonly decided: number | null;
  /** When the next steps were to be decided, as the receipt promised. */
  readonly decideBy: Date;
  /** That time is over, and something is not decided. `null` where it may not be told. */
  readonly isLate: boolean | null;
}

export interface SentPage {
  readonly lines: readonly SentLine[];
  /** Reference to go on after; `null` on the last page. */
  readonly next: string | null;
}

export interface SentQuestion {
  readonly filter: SentFilter;
  readonly after: string | null;
  readonly limit: number;
}

/** The referrals that an agency has sent, newest first, for its own people. */
@Injectable()
export class ListSent {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly sent: SentReferrals,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { filter, after, limit }: SentQuestion): Promise<SentPage> {
    const isWithheld = this.sent.isWithheld(actor, 'outcome');
    const sender = { authorityId: actor.authorityId, agencyId: actor.agencyId ?? '' };
    // Which of them are decided is what an agency without an agreement is not told, by a filter neither.
    const asked = { filter: isWithheld ? 'all' : filter, after, limit: limit + 1 } as const;
    return this.database.inTransaction(actor, async (tx) => {
      const rows = await findSentPage(tx, this.vault, sender, asked);
      const shown = rows.slice(0, limit);
      const referralIds = shown.map(({ id }) => id);
      const details = { relation: 'own_agency', purpose: null, shown: shown.length, referralIds };
      await this.sent.record(tx, [{ action: 'referrals.listed', actor, details }]);
      const now = this.clock.now();
      const next = rows.length > limit ? (shown.at(-1)?.reference ?? null) : null;
      return { lines: shown.map((row) => lineOf(row, isWithheld, now)), next };
    });
  }
}

function lineOf(row: SentRow, isWithheld: boolean, now: Date): SentLine {
  const { reference, receivedAt, cases, decided, document } = row;
  const decideBy = new Date(row.decideBy);
  const isOver = decideBy < now && decided < cases;
  return {
    ...{ reference, receivedAt, decideBy },
    senderReference: document?.senderReference ?? null,
    children: document?.children.map(nameOf) ?? [],
    decided: isWithheld ? null : decided,
    isLate: isWithheld ? null : isOver,
  };
}
