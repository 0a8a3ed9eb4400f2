import { NEVER, type Ref, slotOf } from '../circuit/circuit.ts';
import type { LinkedCircuit } from './linked-circuit.ts';
import { type FourRanks, writeFlags, writeRanks } from './rank-bytes.ts';
import { type Block, wholeFours } from './span.ts';

/** Ranks of all cases under way, one byte a case. */
export class RankOutput {
  readonly bytes: Uint8Array;
  readonly #ranks: FourRanks;
  readonly #view: DataView;

  /** There is room for whole fours of words; only as many bytes as there are cases are handed out. */
  constructor(linked: LinkedCircuit, reached: readonly Ref[], count: number) {
    const [first, second, third, fourth] = reached.map((ref) => linked.holder(ref));
    const buffer = new ArrayBuffer(32 * wholeFours(Math.ceil(count / 32)));
    this.#ranks = [first ?? NEVER, second ?? NEVER, third ?? NEVER, fourth ?? NEVER];
    this.bytes = new Uint8Array(buffer, 0, count);
    this.#view = new DataView(buffer);
  }

  /** The slots of the bitsets that are read. */
  get slots(): readonly number[] {
    return this.#ranks.map(slotOf);
  }

  write(block: Block): void {
    const [first, second] = this.#ranks;
    if (second === NEVER) writeFlags(block, first, this.#view);
    else writeRanks(block, this.#ranks, this.#view);
  }

  /** Whether both are made of the same bitsets: what may be is what is, where nothing that counts is unknown. */
  isSameAs(other: RankOutput): boolean {
    return this.#ranks.every((ref, rank) => ref === other.#ranks[rank]);
  }
}
