import { GrowingTree, openTiles } from '../../../libs/audit/log/growing-tree.ts';
import { addressText } from '../../../libs/audit/log/tiles.ts';
import { afterBatch, type Progress, progressOf } from '../../../libs/audit/sealing/progress.ts';
import type { StoredTreeHead } from '../../../libs/audit/sealing/tree-head.ts';
import { inTransaction, type SimTransaction } from '../database/sim-database.ts';
import type { Parts } from './parts.ts';
import type { SimProcess } from './process.ts';
import type { EventRow, HeadRow } from './rows.ts';

const BATCH = 16;
const CLUSTER = 'simulated';

/** As `SealAudit` of libs/audit: one a process, which remembers how far it is. Heads are not signed here. */
export class Sealer {
  private progress: Progress | null = null;

  constructor(private readonly parts: Parts) {}

  async execute(process: SimProcess): Promise<void> {
    for (let more = true; more;) more = await this.sealBatch(process).catch(() => false);
  }

  private async sealBatch(process: SimProcess): Promise<boolean> {
    const { database, tables } = this.parts;
    const { progress, more } = await inTransaction(database, process, async (tx) => {
      await tx.statement('hold log');
      await tx.hold(database.advisoryLock('audit log'));
      await tx.statement('find head');
      const head = largest(tables.heads.rows(tx));
      await tx.statement('which cluster');
      const known = this.progressAfter(head, database.oldestRunning());
      await tx.statement('find events');
      const events = this.eventsAfter(tx, known.place);
      const after = afterBatch(known, events.map(placeOf), BATCH);
      const sealed = new Set(tables.leaves.rows(tx).map(({ eventId }) => eventId));
      const waiting = events.filter(({ id }) => !sealed.has(id));
      if (waiting.length === 0) return after;
      const size = await this.seal(tx, head, waiting, after.progress.cursor);
      return { ...after, progress: { ...after.progress, size } };
    });
    this.progress = progress;
    return more;
  }

  private progressAfter(head: HeadRow | null, oldestRunning: number): Progress {
    const isCurrent = this.progress?.size === (head?.size ?? 0);
    const stored = head === null ? null : ({ ...head, cluster: CLUSTER } as unknown as StoredTreeHead);
    if (isCurrent && this.progress !== null) return this.progress;
    return progressOf(stored, { cluster: CLUSTER, oldestRunning: String(oldestRunning) });
  }

  /** Of transactions before which none runs any more, in their order. */
  private eventsAfter(tx: SimTransaction, place: Progress['place']): EventRow[] {
    const [xid, sequence] = [Number(place.xid), Number(place.sequence)];
    const horizon = this.parts.defences.sealHorizon ? this.parts.database.oldestRunning() : Infinity;
    return this.parts.tables.events
      .rows(tx)
      .filter((event) => event.xid < horizon && (event.xid > xid || (event.xid === xid && event.sequence > sequence)))
      .sort((one, other) => one.xid - other.xid || one.sequence - other.sequence)
      .slice(0, BATCH);
  }

  private async seal(tx: SimTransaction, head: HeadRow | null, waiting: readonly EventRow[], cursor: string) {
    const { tables } = this.parts;
    await tx.statement('find tiles');
    const open = openTiles(head?.size ?? 0).map((address) => tables.tiles.read(tx, addressText(address)));
    const tree = new GrowingTree(
      head?.size ?? 0,
      open.filter((tile) => tile !== undefined),
    );
    const before = tree.size;
    for (const event of waiting) tree.append(event.leafHash);
    await tx.statement('keep tiles and leaves');
    for (const tile of tree.takeChanged()) tables.tiles.write(tx, addressText(tile), tile);
    for (const [at, { id }] of waiting.entries()) {
      tables.leaves.write(tx, String(before + at), { position: before + at, eventId: id });
    }
    await tx.statement('insert head');
    tables.heads.write(tx, String(tree.size), { size: tree.size, root: tree.root(), cursor });
    return tree.size;
  }
}

/** Heads lie in no order: one that was tried for and rolled back has left its place to another. */
function largest(heads: readonly HeadRow[]): HeadRow | null {
  return heads.reduce<HeadRow | null>((found, head) => (found === null || head.size > found.size ? head : found), null);
}

function placeOf({ xid, sequence }: EventRow) {
  return { xid: String(xid), sequence: String(sequence) };
}
