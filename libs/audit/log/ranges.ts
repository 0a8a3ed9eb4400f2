import type { Hash } from './hashes.ts';
import { EMPTY_ROOT, nodeHash } from './hashes.ts';

/** Leaves from `start` up to but without `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A full subtree: the 2^level leaves from index * 2^level on. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** Where hashes of full subtrees come from. */
export type SubtreeHashes = (subtree: Subtree) => Hash;

/** The fewest full subtrees that cover a range, from left to right. */
export function subtreesOf({ start, end }: Range): Subtree[] {
  const found: Subtree[] = [];
  for (let at = start; at < end;) {
    let level = 0;
    let size = 1;
    while (at % (size * 2) === 0 && at + size * 2 <= end) {
      size *= 2;
      level += 1;
    }
    found.push({ level, index: at / size });
    at += size;
  }
  return found;
}

/** Hash over a range whose start a tree would split at: of the whole tree, or of a part that stands in a proof. */
export function hashOfRange(range: Range, hashes: SubtreeHashes): Hash {
  return foldRight(subtreesOf(range).map(hashes));
}

/** Joins hashes of ever smaller subtrees, the smallest first. */
export function foldRight(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return EMPTY_ROOT;
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** The largest power of two below `count`, where a tree of so many leaves splits. */
export function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}
