import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { Vault } from '#vault';
import { openReasons } from '../entry/reasons.ts';
import type { LoggedEvent } from '../store/entry.query.ts';
import type { PackEntry } from './pack-writer.ts';

/** Tells which referrals a reader may see reasons of. */
export type MayRead = (tx: Tx, referralIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** What a pack says in clear: who acted, and why, as far as the record is not restricted and was not disposed of. */
@Injectable()
export class Disclosures {
  constructor(private readonly vault: Vault) {}

  async of(
    tx: Tx,
    authorityId: string,
    events: readonly LoggedEvent[],
    mayRead: MayRead,
  ): Promise<Pick<PackEntry, 'event' | 'reason'>[]> {
    const withReason = events.filter((event) => event.reasonCommitment !== null);
    const referralIds = [...new Set(withReason.flatMap((event) => event.referralId ?? []))];
    const open = referralIds.length === 0 ? new Set<string>() : await mayRead(tx, referralIds);
    const readable = withReason.filter(({ referralId }) => referralId === null || open.has(referralId));
    const reasons = await openReasons(this.vault, tx, authorityId, readable);
    const isReadable = new Set(readable.map(({ id }) => id));
    return events.map((event) => {
      if (event.reasonCommitment === null) return { event, reason: null };
      const text = reasons.get(event.id);
      if (text !== undefined) return { event, reason: { text } };
      return { event, reason: isReadable.has(event.id) || event.reason === null ? 'erased' : 'withheld' };
    });
  }
}
