import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { CLOCK, Database, type Tx } from '#platform';
import { GrowingTree, openTiles } from '../log/growing-tree.ts';
import { addLeaves, findTiles, keepTiles } from '../store/log.query.ts';
import { findLatestHead, insertHead, notePublicKey } from '../store/tree-head.query.ts';
import { clusterNow, findEventsAfter, holdLog, type WaitingEvent } from '../store/waiting.query.ts';
import { HeadKey } from './head-key.ts';
import { afterBatch, type Progress, progressOf } from './progress.ts';
import { arrivalHash, isHeadSigned, signHead, type StoredTreeHead, type TreeHead } from './tree-head.ts';
import { Witness } from './witness.ts';

/** One batch to be put on top of the last head. */
interface Sealing {
  readonly authorityId: string;
  readonly last: StoredTreeHead | null;
  readonly waiting: readonly WaitingEvent[];
  readonly standing: Pick<StoredTreeHead, 'cluster' | 'cursor'>;
}

/** Events that one transaction seals at most. */
const BATCH = 4_096;

/**
 * Puts what was recorded into the log of its authority, and signs the new head. Runs behind the writers and takes no lock
 * that they wait for.
 */
@Injectable()
export class SealAudit {
  private readonly progress = new Map<string, Progress>();

  constructor(
    private readonly database: Database,
    private readonly headKey: HeadKey,
    private readonly witness: Witness,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Seals one batch; `true` when more may wait.
   * @throws Error when the stored tree is not the one that was signed last: nothing is put on top of a damaged log.
   */
  async execute(authorityId: string): Promise<boolean> {
    const sealed = await this.database.inTransaction({ authorityId }, async (tx) => {
      await holdLog(tx, authorityId);
      const last = await findLatestHead(tx, authorityId);
      const known = await this.progressAfter(tx, authorityId, last);
      const { everything } = known;
      const events = await findEventsAfter(tx, authorityId, known.place, { everything, limit: BATCH });
      const waiting = events.filter((event) => !event.sealed);
      const after = afterBatch(known, events, BATCH);
      if (waiting.length === 0) return { progress: after.progress, more: after.more, head: null };
      const head = await this.seal(tx, { authorityId, last, waiting, standing: standingOf(after.progress) });
      return { progress: { ...after.progress, size: head.size }, more: after.more, head };
    });
    this.progress.set(authorityId, sealed.progress);
    if (sealed.head !== null) await this.witness.note(sealed.head);
    return sealed.more;
  }

  /** Where sealing goes on: as this process left it, unless another has sealed since or the cluster is another. */
  private async progressAfter(tx: Tx, authorityId: string, last: StoredTreeHead | null): Promise<Progress> {
    const now = await clusterNow(tx);
    const known = this.progress.get(authorityId);
    const isCurrent = known?.size === (last?.size ?? 0) && known.cluster === now.cluster;
    return isCurrent ? known : progressOf(last, now);
  }

  private async seal(tx: Tx, { authorityId, last, waiting, standing }: Sealing): Promise<StoredTreeHead> {
    const tree = await this.treeUnder(tx, authorityId, last);
    const before = tree.size;
    for (const event of waiting) tree.append(event.leafHash);
    const ids = waiting.map(({ id }) => id);
    await keepTiles(tx, authorityId, tree.takeChanged());
    await addLeaves(tx, authorityId, before, ids);
    const head: TreeHead = {
      authorityId,
      size: tree.size,
      root: tree.root(),
      arrival: arrivalHash(standing, waiting),
      sealedAt: this.timeAfter(last, waiting),
    };
    const signed = { ...signHead(head, this.headKey.key), ...standing };
    await insertHead(tx, signed);
    if (last?.keyId !== signed.keyId) await notePublicKey(tx, this.headKey.key.publicKey);
    return signed;
  }

  private async treeUnder(tx: Tx, authorityId: string, last: StoredTreeHead | null): Promise<GrowingTree> {
    if (last === null) return new GrowingTree(0, []);
    const tree = new GrowingTree(last.size, await findTiles(tx, authorityId, openTiles(last.size)));
    const isOurs = last.keyId !== this.headKey.key.publicKey.id || isHeadSigned(last, this.headKey.own);
    if (isOurs && tree.root().equals(last.root)) return tree;
    throw new Error('The stored audit log is not the one that was signed last. Run verify-audit.');
  }

  /** Clocks of two machines may differ by a little; a head is never older than what it covers. */
  private timeAfter(last: StoredTreeHead | null, waiting: readonly WaitingEvent[]): Date {
    const times = waiting.map((event) => event.occurredAt.getTime());
    const newest = times.reduce((one, other) => Math.max(one, other), last?.sealedAt.getTime() ?? 0);
    return new Date(Math.max(newest, this.clock.now().getTime()));
  }
}

function standingOf({ settledCluster, cursor }: Progress): Sealing['standing'] {
  return { cluster: settledCluster, cursor };
}
