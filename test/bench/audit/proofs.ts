import { hash, randomUUID } from 'node:crypto';
import { Database, type Tx } from '#platform';
import { GrowingTree } from '../../../libs/audit/log/growing-tree.ts';
import { rangeHashes } from '../../../libs/audit/log/proof-source.ts';
import { consistencyRanges, inclusionRanges } from '../../../libs/audit/log/proofs.ts';
import { rootOfInclusion } from '../../../libs/audit/log/verify-proofs.ts';
import { addLeaves, findPosition, keepTiles } from '../../../libs/audit/store/log.query.ts';
import { median } from '../support/median.ts';
import { random } from '../support/random.ts';
import { readable, table } from '../support/table.ts';
import type { BenchDatabase } from './bench-database.ts';
import { benchContext } from './context.ts';

/** An authority that only this bench knows, so that what was written before does not count. */
const SCOPE = { authorityId: 'bench' };
const BLOCK = 10_000;
const PROOFS = 2_000;

/** Time and size of one proof from the stored log: looked up by the event's id, from the tiles, as its JSON text. */
export async function measureProofs(database: BenchDatabase, size: number): Promise<void> {
  const context = await benchContext(database.engineUrl, []);
  const connection = context.get(Database, { strict: false });
  const ids = Array.from({ length: size }, () => randomUUID() as string);
  const tree = await fill(connection, ids);
  await database.query('VACUUM ANALYZE audit_leaf, audit_tile');
  const draw = random(11);
  const root = tree.root();
  const inclusion = await timed(connection, async (tx) => {
    const id = draw.oneOf(ids);
    const position = (await findPosition(tx, SCOPE.authorityId, id)) ?? -1;
    const proof = await rangeHashes(tx, SCOPE.authorityId, inclusionRanges(position, size));
    if (rootOfInclusion({ position, size, leaf: leafOf(id), proof })?.equals(root) !== true)
      throw new Error('No proof.');
    return { position, treeSize: size, leaf: leafOf(id).toString('base64url'), proof: texts(proof) };
  });
  const consistency = await timed(connection, async (tx) => {
    const from = 1 + draw.below(size);
    return { from, to: size, proof: texts(await rangeHashes(tx, SCOPE.authorityId, consistencyRanges(from, size))) };
  });
  await context.close();
  console.log(`One proof in a log of ${readable(size)} events, ${readable(PROOFS)} drawn at random, checked`);
  console.log(
    `${table(['', 'ms, median', 'ms, 99 %', 'bytes, most'], [row('inclusion', inclusion), row('consistency', consistency)])}\n`,
  );
}

async function fill(connection: Database, ids: readonly string[]): Promise<GrowingTree> {
  const tree = new GrowingTree(0, []);
  for (let start = 0; start < ids.length; start += BLOCK) {
    const block = ids.slice(start, start + BLOCK);
    for (const id of block) tree.append(leafOf(id));
    const tiles = tree.takeChanged();
    await connection.inTransaction(SCOPE, async (tx) => {
      await addLeaves(tx, SCOPE.authorityId, start, block);
      await keepTiles(tx, SCOPE.authorityId, tiles);
    });
  }
  return tree;
}

interface Measured {
  readonly milliseconds: readonly number[];
  readonly bytes: number;
}

/** Within open transactions: beginning one is no part of a proof. */
async function timed(connection: Database, prove: (tx: Tx) => Promise<object>): Promise<Measured> {
  const milliseconds: number[] = [];
  let bytes = 0;
  await connection.inTransaction(SCOPE, async (tx) => {
    for (let at = 0; at < PROOFS; at += 1) {
      const started = performance.now();
      const text = JSON.stringify(await prove(tx));
      milliseconds.push(performance.now() - started);
      bytes = Math.max(bytes, text.length);
    }
  });
  return { milliseconds, bytes };
}

function row(what: string, { milliseconds, bytes }: Measured): string[] {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return [what, readable(median(sorted)), readable(sorted[Math.floor(sorted.length * 0.99)] ?? 0), String(bytes)];
}

function leafOf(id: string): Buffer {
  return hash('sha256', id, 'buffer');
}

function texts(hashes: readonly Buffer[]): string[] {
  return hashes.map((each) => each.toString('base64url'));
}
