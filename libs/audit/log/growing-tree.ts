import type { Hash } from './hashes.ts';
import { HASH_BYTES } from './hashes.ts';
import { hashOfRange } from './ranges.ts';
import { addressText, hashesFrom, rootOfRow, type Tile, TILE_WIDTH, type TileAddress } from './tiles.ts';

const TILE_BYTES = TILE_WIDTH * HASH_BYTES;

/** Tiles that are not full in a tree of this size: all that must be known to add to it, and to know its root. */
export function openTiles(size: number): TileAddress[] {
  const found: TileAddress[] = [];
  for (let [level, entries] = [0, size]; entries > 0; level += 1, entries = Math.floor(entries / TILE_WIDTH)) {
    if (entries % TILE_WIDTH > 0) found.push({ level, index: Math.floor(entries / TILE_WIDTH) });
  }
  return found;
}

/** A tree that leaves are added to, held by its open tiles alone. */
export class GrowingTree {
  private readonly rows: Buffer[] = [];
  private changed = new Map<string, Tile>();

  /** @throws Error when `open` lacks a tile or is not what a tree of this size holds. */
  constructor(
    public size: number,
    open: readonly Tile[],
  ) {
    const known = new Map(open.map((tile) => [addressText(tile), tile.hashes]));
    for (const address of openTiles(size)) {
      while (this.rows.length < address.level) this.rows.push(Buffer.alloc(0));
      const entries = Math.floor(size / TILE_WIDTH ** address.level) % TILE_WIDTH;
      const row = known.get(addressText(address))?.subarray(0, entries * HASH_BYTES);
      if (row?.length !== entries * HASH_BYTES) throw new Error('The stored log lacks a part of its tree.');
      this.rows[address.level] = row;
    }
  }

  append(leaf: Hash): void {
    this.size += 1;
    this.add(0, leaf);
  }

  root(): Hash {
    const tiles = this.rows.map((hashes, level) => ({ level, index: this.tilesBefore(level), hashes }));
    return hashOfRange({ start: 0, end: this.size }, hashesFrom(tiles));
  }

  /** Tiles that were added to since the last time this was asked, full ones and the last of each level. */
  takeChanged(): Tile[] {
    const tiles = [...this.changed.values()];
    this.changed = new Map();
    return tiles;
  }

  private add(level: number, hash: Hash): void {
    const row = Buffer.concat([this.rows[level] ?? Buffer.alloc(0), hash]);
    const isFull = row.length === TILE_BYTES;
    const index = isFull ? this.tilesBefore(level) - 1 : this.tilesBefore(level);
    this.changed.set(addressText({ level, index }), { level, index, hashes: row });
    this.rows[level] = isFull ? Buffer.alloc(0) : row;
    if (isFull) this.add(level + 1, rootOfRow(row));
  }

  /** How many tiles of the level are full. */
  private tilesBefore(level: number): number {
    return Math.floor(this.size / TILE_WIDTH ** (level + 1));
  }
}
