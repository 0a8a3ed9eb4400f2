import { Injectable } from '@nestjs/common';
import { Database, EventLog, type Tx } from '#platform';
import { claimStaleKeys, replaceWrapping } from './store/record-key.query.ts';
import { Wrapping } from './wrapping.ts';

/** Rows a transaction holds, and transactions a round makes for an authority. */
const BATCH = 500;
const BATCHES = 10;

/**
 * Rewraps the keys of records that another than the ring's current key wrapped. Records themselves are not touched, and
 * go on being read and written meanwhile.
 */
@Injectable()
export class RewrapKeys {
  constructor(
    private readonly database: Database,
    private readonly wrapping: Wrapping,
    private readonly log: EventLog,
  ) {}

  /** One round; what is left over waits for the next. */
  async execute(authorityIds: readonly string[]): Promise<void> {
    const { ids } = this.wrapping.ring;
    if (ids.length === 1) return;
    let count = 0;
    for (const authorityId of authorityIds) count += await this.rewrapOf(authorityId);
    if (count > 0) this.log.info('vault.keys_rewrapped', { count });
  }

  private async rewrapOf(authorityId: string): Promise<number> {
    let count = 0;
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const done = await this.database.inTransaction({ authorityId }, (tx) => this.rewrapBatch(tx, authorityId));
      count += done;
      if (done < BATCH) break;
    }
    return count;
  }

  private async rewrapBatch(tx: Tx, authorityId: string): Promise<number> {
    const { current, ids: known } = this.wrapping.ring;
    const stale = await claimStaleKeys(tx, authorityId, { current: current.id, known }, BATCH);
    if (stale.length === 0) return 0;
    const rewrapped = stale.map((old) => {
      return this.wrapping.wrap(authorityId, old.referralId, this.wrapping.unwrap(authorityId, old));
    });
    await replaceWrapping(tx, authorityId, rewrapped);
    return rewrapped.length;
  }
}
