import type { Tx } from '#platform';
import { findTiles } from '../store/log.query.ts';
import type { Hash } from './hashes.ts';
import { hashOfRange, type Range, type Subtree, type SubtreeHashes, subtreesOf } from './ranges.ts';
import { addressText, hashesFrom, tileOf } from './tiles.ts';

/** Hashes over ranges of a stored log, with one query however many they are. */
export async function rangeHashes(tx: Tx, authorityId: string, ranges: readonly Range[]): Promise<Hash[]> {
  const hashes = await subtreeHashes(tx, authorityId, ranges.flatMap(subtreesOf));
  return ranges.map((range) => hashOfRange(range, hashes));
}

/** @throws Error from the function returned, where the stored log lacks a part of its tree. */
export async function subtreeHashes(tx: Tx, authorityId: string, subtrees: readonly Subtree[]): Promise<SubtreeHashes> {
  const addresses = new Map(subtrees.map(tileOf).map((address) => [addressText(address), address]));
  return hashesFrom(await findTiles(tx, authorityId, [...addresses.values()]));
}
