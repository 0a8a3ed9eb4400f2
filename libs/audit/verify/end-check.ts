import { execute, type Tx } from '#platform';
import type { GrowingTree } from '../log/growing-tree.ts';
import { openTiles } from '../log/growing-tree.ts';
import { HASH_BYTES } from '../log/hashes.ts';
import { TILE_WIDTH } from '../log/tiles.ts';
import type { StoredTreeHead } from '../sealing/tree-head.ts';
import { findTiles } from '../store/log.query.ts';
import { findLatestHead } from '../store/tree-head.query.ts';
import { countLog, findPassedOver, isPredecessorWaiting } from '../store/verify.query.ts';
import { backlogSince, clusterNow } from '../store/waiting.query.ts';
import type { ChainCheck } from './chain-check.ts';
import { faultAt } from './chain-check.ts';
import type { HeadCheck } from './head-check.ts';
import { LogFault } from './log-fault.ts';
import type { TileCheck } from './tile-check.ts';

/** How long an event may wait before that is a fault: the sealer stands still. */
const TOO_LONG_MS = 60_000;

export interface Ending {
  readonly authorityId: string;
  /** The head that was the latest when checking began. */
  readonly last: StoredTreeHead | null;
  readonly tree: GrowingTree;
  readonly chains: ChainCheck;
  readonly heads: HeadCheck;
  readonly tiles: TileCheck;
}

/** What can be said only when every entry was seen. Resolves to how many events wait. @throws LogFault */
export async function checkEnd(tx: Tx, ending: Ending): Promise<number> {
  const { authorityId, last, chains } = ending;
  // It goes through every event once, by night.
  await execute(tx, `SET LOCAL statement_timeout = '30min'`);
  for (const event of chains.waiting) {
    const { chainId, chainSequence } = event;
    const isWaiting = chainId !== null && (await isPredecessorWaiting(tx, chainId, chainSequence ?? 0));
    if (!isWaiting) throw faultAt(event, 'follows something in its chain that is not there');
  }
  const latest = await findLatestHead(tx, authorityId);
  if (latest === null || latest.size === last?.size) await checkCounts(tx, ending);
  return checkBacklog(tx, authorityId, latest);
}

/** Nothing has been sealed meanwhile: there is no leaf, tile or head more than was checked. */
async function checkCounts(tx: Tx, { authorityId, last, heads, tiles, tree }: Ending): Promise<void> {
  const size = last?.size ?? 0;
  const counts = await countLog(tx, authorityId);
  if (counts.leaves !== size) throw new LogFault(`${counts.leaves} events have a position in a log of ${size}.`);
  if (counts.heads !== heads.count) throw new LogFault('There is a head over entries that are not there.');
  if (counts.tiles !== tiles.count) throw new LogFault('There are more tiles than the entries make.');
  for (const tile of await findTiles(tx, authorityId, openTiles(tree.size))) {
    const entries = Math.floor(size / TILE_WIDTH ** tile.level) % TILE_WIDTH;
    if (tile.hashes.length !== entries * HASH_BYTES) throw new LogFault('A tile holds more than the entries make.');
  }
}

async function checkBacklog(tx: Tx, authorityId: string, latest: StoredTreeHead | null): Promise<number> {
  const { cluster } = await clusterNow(tx);
  const isHere = latest?.cluster === cluster;
  const passedOver = isHere ? await findPassedOver(tx, authorityId, latest.cursor) : null;
  if (passedOver !== null) throw new LogFault(`Event ${passedOver} is in no log.`, null, passedOver);
  const backlog = await backlogSince(tx, authorityId, isHere ? latest.cursor : '0');
  if (backlog.oldestAt !== null && Date.now() - backlog.oldestAt.getTime() > TOO_LONG_MS) {
    throw new LogFault(`${backlog.count} events wait to be sealed, the first since ${backlog.oldestAt.toISOString()}.`);
  }
  return backlog.count;
}
