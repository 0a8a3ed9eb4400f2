import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform';
import { Vault } from '#vault';
import { entryText } from '../entry/entry-text.ts';
import { GrowingTree } from '../log/growing-tree.ts';
import { leafHash } from '../log/hashes.ts';
import { publicKeyOf, type TrustedKeys } from '../sealing/signing-key.ts';
import { findLogged, type LoggedEvent } from '../store/entry.query.ts';
import { findHeadsAfter, findLatestHead, findPublicKeys } from '../store/tree-head.query.ts';
import { findDisposed } from '../store/verify.query.ts';
import { ChainCheck, faultAt } from './chain-check.ts';
import { CommitmentCheck } from './commitment-check.ts';
import { checkEnd } from './end-check.ts';
import { HeadCheck } from './head-check.ts';
import { LogFault } from './log-fault.ts';
import { RecordReaders } from './record-readers.ts';
import { TileCheck } from './tile-check.ts';
import { checkWitness } from './witness-check.ts';

/** Events that are checked in one transaction. */
const BLOCK = 500;

export interface Verification {
  readonly authorityId: string;
  /** From outside the database: whoever changed the database could have put keys into it. */
  readonly keys: TrustedKeys;
  /** Lines of the witness file; `null` where there is none. */
  readonly witness: readonly string[] | null;
}

/** What was found sound. */
export interface Soundness {
  readonly size: number;
  readonly heads: number;
  readonly chains: number;
  readonly records: number;
  readonly erased: number;
  readonly waiting: number;
  readonly witnessed: number;
}

interface Checks {
  readonly tree: GrowingTree;
  readonly chains: ChainCheck;
  readonly heads: HeadCheck;
  readonly tiles: TileCheck;
  readonly commitments: CommitmentCheck;
}

/**
 * Checks the whole log of an authority against the columns of its events, the records they are about, the signatures and
 * the witness. Goes through it in blocks, so that the service may run meanwhile.
 */
@Injectable()
export class VerifyLog {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly records: RecordReaders,
  ) {}

  /** @throws LogFault naming the first thing that is wrong. */
  async execute(asked: Verification): Promise<Soundness> {
    const { authorityId, keys } = asked;
    const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => this.database.inTransaction({ authorityId }, work);
    const last = await within((tx) => findLatestHead(tx, authorityId));
    const disposed = await within((tx) => findDisposed(tx, authorityId));
    const checks: Checks = {
      tree: new GrowingTree(0, []),
      chains: new ChainCheck(),
      heads: new HeadCheck(keys),
      tiles: new TileCheck(authorityId),
      commitments: new CommitmentCheck(this.vault, disposed, this.records),
    };
    const size = last?.size ?? 0;
    for (let start = 0; start < size; start += BLOCK) {
      await within((tx) => this.checkBlock(tx, checks, { start, end: Math.min(start + BLOCK, size), authorityId }));
    }
    const { tree, chains, heads, tiles, commitments } = checks;
    const waiting = await within((tx) => checkEnd(tx, { authorityId, last, tree, chains, heads, tiles }));
    await this.checkKeys(keys);
    const witnessed = await within((tx) => checkWitness(tx, asked));
    const { intact, erased } = commitments;
    return { size, heads: heads.count, chains: chains.count, records: intact, erased, waiting, witnessed };
  }

  private async checkBlock(
    tx: Tx,
    checks: Checks,
    { start, end, authorityId }: { start: number; end: number; authorityId: string },
  ): Promise<void> {
    const events = await findLogged(tx, authorityId, { start, end });
    const missing = events.findIndex(({ position }, at) => position !== start + at);
    if (missing !== -1 || events.length < end - start) {
      const position = start + (missing === -1 ? events.length : missing);
      throw new LogFault(`The event at position ${position} is gone.`, position);
    }
    const leaves = events.map(leafOf);
    await checks.tiles.checkLeaves(tx, events, leaves);
    const heads = await findHeadsAfter(tx, authorityId, start, end - start);
    await checks.commitments.check(tx, events);
    for (const [at, event] of events.entries()) {
      checks.chains.add(event);
      checks.tree.append(leaves[at] ?? event.leafHash);
      checks.heads.add(event);
      const head = heads.find(({ size }) => size === event.position + 1);
      if (head !== undefined) checks.heads.check(head, checks.tree.root());
    }
    await checks.tiles.checkTiles(tx, checks.tree.takeChanged(), false);
  }

  /** Keys that the database offers to readers must not be others than those that count. */
  private async checkKeys(keys: TrustedKeys): Promise<void> {
    const offered = await this.database.acrossAuthorities(findPublicKeys);
    const strange = offered.find(({ id, use, spki }) => !keys.knows(id, use) || publicKeyOf(spki, use).id !== id);
    if (strange !== undefined) throw new LogFault(`Key ${strange.id} (${strange.use}) is not one that is trusted.`);
  }
}

function leafOf(event: LoggedEvent): Buffer {
  const leaf = leafHash(entryText(event));
  if (leaf.equals(event.leafHash)) return leaf;
  throw faultAt(event, 'was changed: its columns do not give the hash that was recorded');
}
