import { NEVER, type Ref } from '../circuit/circuit.ts';
import type { LinkedCircuit } from './linked-circuit.ts';
import { type FourRanks, writeRanks } from './rank-bytes.ts';
import type { Block } from './run-step.ts';

/** Ranks of all cases under way, one byte a case. */
export class RankOutput {
  readonly bytes: Uint8Array;
  readonly #ranks: FourRanks;
  readonly #view: DataView;

  /** There is room for whole words of cases; only as many bytes as there are cases are handed out. */
  constructor(
    private readonly linked: LinkedCircuit,
    reached: readonly Ref[],
    count: number,
  ) {
    const [first, second, third, fourth] = reached.map((ref) => linked.holder(ref));
    const buffer = new ArrayBuffer(32 * Math.ceil(count / 32));
    this.#ranks = [first ?? NEVER, second ?? NEVER, third ?? NEVER, fourth ?? NEVER];
    this.bytes = new Uint8Array(buffer, 0, count);
    this.#view = new DataView(buffer);
  }

  write(block: Block): void {
    writeRanks(this.linked, block, this.#ranks, this.#view);
  }

  /** Whether both are made of the same bitsets: what may be is what is, where nothing that counts is unknown. */
  isSameAs(other: RankOutput): boolean {
    return this.#ranks.every((ref, rank) => ref === other.#ranks[rank]);
  }
}
