import type { Tx } from '#platform';
import { HASH_BYTES, type Hash } from '../log/hashes.ts';
import { addressText, type Tile, TILE_WIDTH } from '../log/tiles.ts';
import type { LoggedEvent } from '../store/entry.query.ts';
import { findTiles } from '../store/log.query.ts';
import { faultAt } from './chain-check.ts';
import { LogFault } from './log-fault.ts';

/** Compares stored tiles with those that the entries make. */
export class TileCheck {
  private readonly seen = new Set<string>();

  constructor(private readonly authorityId: string) {}

  /** How many different tiles the entries made so far. */
  get count(): number {
    return this.seen.size;
  }

  /** That each leaf stands in the tree where its event stands in the log. @throws LogFault naming the first that does not. */
  async checkLeaves(tx: Tx, events: readonly LoggedEvent[], leaves: readonly Hash[]): Promise<void> {
    const indexes = [...new Set(events.map(({ position }) => Math.floor(position / TILE_WIDTH)))];
    const addresses = indexes.map((index) => ({ level: 0, index }));
    const tiles = new Map(
      (await findTiles(tx, this.authorityId, addresses)).map(({ index, hashes }) => [index, hashes]),
    );
    for (const [at, event] of events.entries()) {
      const from = (event.position % TILE_WIDTH) * HASH_BYTES;
      const stored = tiles.get(Math.floor(event.position / TILE_WIDTH))?.subarray(from, from + HASH_BYTES);
      if (stored?.equals(leaves[at] ?? stored.subarray(1)) !== true) {
        throw faultAt(event, 'is not the event that was sealed at this position');
      }
    }
  }

  /** The stored tile begins with what the entries make; unless `exact` it may have grown since. @throws LogFault */
  async checkTiles(tx: Tx, made: readonly Tile[], exact: boolean): Promise<void> {
    const stored = new Map(
      (await findTiles(tx, this.authorityId, made)).map((tile) => [addressText(tile), tile.hashes]),
    );
    for (const tile of made) {
      const address = addressText(tile);
      const hashes = stored.get(address);
      const same = exact ? hashes : hashes?.subarray(0, tile.hashes.length);
      if (same?.equals(tile.hashes) !== true) {
        throw new LogFault(`Tile ${address} of the tree is not what the entries make.`);
      }
      this.seen.add(address);
    }
  }
}
