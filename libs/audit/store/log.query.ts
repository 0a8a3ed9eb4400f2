import { execute, sql, type Tx } from '#platform';
import type { Tile, TileAddress } from '../log/tiles.ts';

/** Tiles by their addresses; one that is not there is left out. */
export function findTiles(tx: Tx, authorityId: string, addresses: readonly TileAddress[]): Promise<Tile[]> {
  const levels = addresses.map((address) => address.level);
  const indexes = addresses.map((address) => address.index);
  return sql<Tile>(tx, TILES, [authorityId, levels, indexes]);
}

/** Writes tiles; one that grew takes the place of what it was. */
export async function keepTiles(tx: Tx, authorityId: string, tiles: readonly Tile[]): Promise<void> {
  await execute(tx, KEEP_TILES, [
    authorityId,
    tiles.map((tile) => tile.level),
    tiles.map((tile) => tile.index),
    tiles.map((tile) => tile.hashes),
  ]);
}

/** Puts events into the log, one after the other from `position` on. */
export async function addLeaves(
  tx: Tx,
  authorityId: string,
  position: number,
  eventIds: readonly string[],
): Promise<void> {
  await execute(tx, ADD_LEAVES, [authorityId, position, eventIds]);
}

/** Where an event stands in the log; `null` before it is sealed, and for one that is not there. */
export async function findPosition(tx: Tx, authorityId: string, eventId: string): Promise<number | null> {
  const [row] = await sql<{ position: string }>(tx, POSITION, [authorityId, eventId]);
  return row === undefined ? null : Number(row.position);
}

const TILES = `SELECT t.level, t.index::float8 AS index, t.hashes
  FROM unnest($2::smallint[], $3::bigint[]) AS wanted (level, index)
  JOIN audit_tile t ON t.authority_id = $1 AND t.level = wanted.level AND t.index = wanted.index`;

const KEEP_TILES = `INSERT INTO audit_tile (authority_id, level, index, hashes)
  SELECT $1, * FROM unnest($2::smallint[], $3::bigint[], $4::bytea[])
  ON CONFLICT (authority_id, level, index) DO UPDATE SET hashes = excluded.hashes`;

const ADD_LEAVES = `INSERT INTO audit_leaf (authority_id, position, event_id)
  SELECT $1, $2::bigint + n.at - 1, n.id FROM unnest($3::uuid[]) WITH ORDINALITY AS n (id, at)`;

const POSITION = `SELECT position FROM audit_leaf WHERE authority_id = $1 AND event_id = $2`;
