import { ALWAYS, type Circuit, type Gate, isComplement, NEVER, type Ref, slotOf } from '../circuit/circuit.ts';
import { bitsFor } from '../layout/coding.ts';
import { LEAST_PLANES } from './counting-kernels.ts';
import { BLOCK_WORDS } from './span.ts';
import { countStep, type PlacedGate, type Step, unionSteps } from './step.ts';

export interface LinkedFor {
  readonly planes: number;
  readonly stride: number;
  /** What each input comes down to for these columns, by slot: itself, a constant or another input. */
  readonly inputs: Int32Array;
}

/**
 * A circuit laid out for columns of which some planes are empty and some scopes hold all cases or none. Gates that
 * come down to a constant, to one of their operands or to an earlier gate are left out: mostly hardly anything is unknown,
 * and then what may hold is what does hold.
 */
export class LinkedCircuit {
  readonly steps: readonly Step[];
  /** Where the counters begin in the heap, behind scopes and gates. */
  readonly countersAt: number;
  readonly heapWords: number;
  /** For each slot the bitset that holds what it stands for: itself, another one or a constant. */
  readonly #holders: Int32Array;
  /** The operands of unions, by slot. */
  readonly #unions = new Map<number, ReadonlySet<Ref>>();
  /** The bitset of each gate by what it is made of. */
  readonly #made = new Map<string, Ref>();
  readonly #firstInHeap: number;
  readonly #stride: number;

  constructor({ inputs, gates }: Circuit, { planes, stride, inputs: held }: LinkedFor) {
    const slots = inputs + gates.length;
    this.#firstInHeap = 1 + planes;
    this.#stride = stride;
    this.#holders = new Int32Array(slots);
    this.#holders.set(held);
    this.countersAt = (slots - this.#firstInHeap) * BLOCK_WORDS;
    const steps: Step[] = [];
    let counterPlanes = 0;
    for (const [index, gate] of gates.entries()) {
      const linked = this.#link(gate, inputs + index);
      this.#holders[inputs + index] = typeof linked === 'number' ? linked : 2 * (inputs + index);
      if (typeof linked === 'number') continue;
      steps.push(...linked);
      for (const step of linked) if (step.kind === 'count') counterPlanes = Math.max(counterPlanes, step.planes);
    }
    this.steps = steps;
    this.heapWords = this.countersAt + counterPlanes * BLOCK_WORDS;
  }

  holder(ref: Ref): Ref {
    return (this.#holders[slotOf(ref)] ?? NEVER) ^ (ref & 1);
  }

  /** Whether a bitset stands in the planes of the facts and not in the heap. */
  isPlane(ref: Ref): boolean {
    return slotOf(ref) < this.#firstInHeap;
  }

  /** Where a bitset begins, one of a fact for the first block. */
  offsetOf(ref: Ref): number {
    const slot = slotOf(ref);
    return this.isPlane(ref) ? (slot - 1) * this.#stride : (slot - this.#firstInHeap) * BLOCK_WORDS;
  }

  /** The steps that compute a gate, or the bitset that it comes down to. */
  #link({ need, operands }: Gate, slot: number): readonly Step[] | Ref {
    const held = operands.map((ref) => this.holder(ref)).filter((ref) => ref !== NEVER);
    const open = held.filter((ref) => ref !== ALWAYS);
    const stillNeeded = need - (held.length - open.length);
    if (stillNeeded <= 0) return ALWAYS;
    if (open.length < stillNeeded) return NEVER;
    if (stillNeeded === 1) return this.#linkUnion(open, slot);
    const planes = Math.max(LEAST_PLANES, bitsFor(open.length + 1));
    return this.#madeBefore(stillNeeded, open, slot) ?? [countStep(this.#placed(open, slot), stillNeeded, planes)];
  }

  /** The bitset of a gate that is already made in this way; else it is noted down that this one is. */
  #madeBefore(need: number, open: readonly Ref[], slot: number): Ref | null {
    const name = `${need}:${[...open].sort((a, b) => a - b).join()}`;
    const made = this.#made.get(name) ?? null;
    if (made === null) this.#made.set(name, 2 * slot);
    return made;
  }

  #linkUnion(open: readonly Ref[], slot: number): readonly Step[] | Ref {
    const distinct = this.#withoutNested([...new Set(open)]);
    const [first = NEVER] = distinct;
    if (distinct.length === 1) return first;
    const made = this.#madeBefore(1, distinct, slot);
    if (made !== null) return made;
    this.#unions.set(slot, new Set(distinct));
    return unionSteps(this.#placed(distinct, slot));
  }

  /** Leaves out operands that are in a union which is itself an operand. */
  #withoutNested(refs: readonly Ref[]): readonly Ref[] {
    const inner = new Set<Ref>();
    for (const ref of refs) {
      if (!isComplement(ref)) for (const one of this.#unions.get(slotOf(ref)) ?? []) inner.add(one);
    }
    return inner.size === 0 ? refs : refs.filter((ref) => !inner.has(ref));
  }

  #placed(refs: readonly Ref[], slot: number): PlacedGate {
    const operands = refs.map((ref) => ({
      isPlane: this.isPlane(ref),
      at: this.offsetOf(ref),
      flip: isComplement(ref) ? -1 : 0,
    }));
    return { at: this.offsetOf(2 * slot), operands };
  }
}
