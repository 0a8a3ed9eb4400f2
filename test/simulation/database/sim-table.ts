import type { Holdable, SimTransaction } from './sim-database.ts';

interface Slot<Row> extends Holdable {
  committed: Row | undefined;
  written: Row | undefined;
  isWritten: boolean;
}

/** Rows by a key that is unique among them. Rows are never changed in place. A table is also what a unique index is. */
export class SimTable<Row> {
  private readonly slots = new Map<string, Slot<Row>>();

  /** As a statement of this transaction sees it now. */
  read(tx: SimTransaction, key: string): Row | undefined {
    const slot = this.slots.get(key);
    return slot === undefined ? undefined : visible(slot, tx);
  }

  rows(tx: SimTransaction): Row[] {
    return [...this.slots.values()].map((slot) => visible(slot, tx)).filter((row) => row !== undefined);
  }

  /** What is committed, for whoever looks from outside. */
  committed(): Row[] {
    return [...this.slots.values()].map((slot) => slot.committed).filter((row) => row !== undefined);
  }

  /** `FOR NO KEY UPDATE`: waits for whoever holds the row, then shows it as they left it. */
  async lock(tx: SimTransaction, key: string): Promise<Row | undefined> {
    const slot = this.slot(key);
    await tx.hold(slot);
    return visible(slot, tx);
  }

  /** `SKIP LOCKED`: `undefined` at once where somebody else holds the row. */
  lockUnlessHeld(tx: SimTransaction, key: string): Row | undefined {
    const slot = this.slot(key);
    return tx.tryHold(slot) ? visible(slot, tx) : undefined;
  }

  /** Writes a row that this transaction holds already. */
  write(tx: SimTransaction, key: string, row: Row): void {
    const slot = this.slot(key);
    if (!tx.tryHold(slot)) throw new Error('Only who holds a row may write it.');
    slot.written = row;
    slot.isWritten = true;
  }

  /** `ON CONFLICT DO NOTHING`: waits for a twin in flight; `false`, and nothing written, when there is one. */
  async insert(tx: SimTransaction, key: string, row: Row): Promise<boolean> {
    const slot = this.slot(key);
    const wasMine = slot.holder === tx;
    await tx.hold(slot);
    if (visible(slot, tx) === undefined) {
      this.write(tx, key, row);
      return true;
    }
    if (!wasMine) tx.release(slot);
    return false;
  }

  private slot(key: string): Slot<Row> {
    const found = this.slots.get(key);
    if (found !== undefined) return found;
    const made: Slot<Row> = {
      holder: null,
      committed: undefined,
      written: undefined,
      isWritten: false,
      end: (isCommitted) => {
        if (isCommitted && made.isWritten) made.committed = made.written;
        made.isWritten = false;
        made.written = undefined;
      },
    };
    this.slots.set(key, made);
    return made;
  }
}

function visible<Row>(slot: Slot<Row>, tx: SimTransaction): Row | undefined {
  return slot.holder === tx && slot.isWritten ? slot.written : slot.committed;
}
