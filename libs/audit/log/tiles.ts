import { HASH_BYTES, type Hash, nodeHash } from './hashes.ts';
import type { Subtree, SubtreeHashes } from './ranges.ts';

/**
 * The log is kept in tiles of 32 hashes: on level 0 of leaves, on level 1 of whole tiles of level 0, and so on. Only the
 * last tile of a level grows. A tile is one kilobyte, so that it stays within its row.
 */
const TILE_HEIGHT = 5;
export const TILE_WIDTH = 2 ** TILE_HEIGHT;

export interface TileAddress {
  readonly level: number;
  readonly index: number;
}

export interface Tile extends TileAddress {
  /** Up to 32 hashes, one after the other. */
  readonly hashes: Buffer;
}

/** The tile that holds what a full subtree is made from. */
export function tileOf(subtree: Subtree): TileAddress {
  const { first } = placeOf(subtree);
  return { level: Math.floor(subtree.level / TILE_HEIGHT), index: Math.floor(first / TILE_WIDTH) };
}

/** @throws Error from the function returned, for a tile that is not there or too short: the log is damaged. */
export function hashesFrom(tiles: readonly Tile[]): SubtreeHashes {
  const byAddress = new Map(tiles.map((tile) => [addressText(tile), tile.hashes]));
  return (subtree) => {
    const { first, count } = placeOf(subtree);
    const hashes = byAddress.get(addressText(tileOf(subtree)));
    const from = (first % TILE_WIDTH) * HASH_BYTES;
    const part = hashes?.subarray(from, from + count * HASH_BYTES);
    if (part?.length !== count * HASH_BYTES) throw new Error('The stored log lacks a part of its tree.');
    return rootOfRow(part);
  };
}

/** Root of a tile's row of hashes, of which there must be a power of two. */
export function rootOfRow(row: Buffer): Hash {
  let hashes = Array.from({ length: row.length / HASH_BYTES }, (_, at) =>
    row.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
  while (hashes.length > 1) {
    hashes = Array.from({ length: hashes.length / 2 }, (_, at) =>
      nodeHash(hashes[2 * at] as Hash, hashes[2 * at + 1] as Hash),
    );
  }
  return hashes[0] as Hash;
}

export function addressText({ level, index }: TileAddress): string {
  return `${level}/${index}`;
}

/** Place of a subtree among the hashes of its tile's level. */
function placeOf({ level, index }: Subtree): { first: number; count: number } {
  const count = 2 ** (level % TILE_HEIGHT);
  return { first: index * count, count };
}
