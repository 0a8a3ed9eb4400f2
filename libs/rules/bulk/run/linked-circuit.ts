import { ALWAYS, type Circuit, type Gate, isComplement, NEVER, type Ref, slotOf } from '../circuit/circuit.ts';
import { BLOCK_WORDS } from './span.ts';
import { countStep, type Operand, type Step, unionSteps } from './step.ts';

/** A reading of a bitset in a block. */
export function operandOf(ref: Ref): Operand {
  return { at: slotOf(ref) * BLOCK_WORDS, flip: isComplement(ref) ? -1 : 0 };
}

/**
 * A circuit laid out for columns of which some planes are empty and some scopes hold all cases or none. Gates that
 * come down to a constant, to one of their operands or to an earlier gate are left out: mostly hardly anything is unknown,
 * and then what may hold is what does hold.
 */
export class LinkedCircuit {
  readonly steps: readonly Step[];
  /** Words of a block: each slot has its place. */
  readonly words: number;
  /** For each slot the bitset that holds what it stands for: itself, another one or a constant. */
  readonly #holders: Int32Array;
  /** The operands of unions, by slot. */
  readonly #unions = new Map<number, ReadonlySet<Ref>>();
  /** The bitset of each gate by what it is made of. */
  readonly #made = new Map<string, Ref>();
  readonly #read = new Set<number>();

  /** `held` says what each input comes down to for these columns, by slot: itself, a constant or another input. */
  constructor({ inputs, gates }: Circuit, held: Int32Array) {
    const slots = inputs + gates.length;
    this.#holders = new Int32Array(slots);
    this.#holders.set(held);
    this.words = slots * BLOCK_WORDS;
    const steps: Step[] = [];
    for (const [index, gate] of gates.entries()) {
      const slot = inputs + index;
      const linked = this.#link(gate, slot);
      this.#holders[slot] = typeof linked === 'number' ? linked : 2 * slot;
      if (typeof linked !== 'number') steps.push(...linked);
    }
    this.steps = steps;
  }

  /** Whether any step reads the bitset of the slot. */
  reads(slot: number): boolean {
    return this.#read.has(slot);
  }

  holder(ref: Ref): Ref {
    return (this.#holders[slotOf(ref)] ?? NEVER) ^ (ref & 1);
  }

  /** The steps that compute a gate, or the bitset that it comes down to. */
  #link({ need, operands }: Gate, slot: number): readonly Step[] | Ref {
    const held = operands.map((ref) => this.holder(ref)).filter((ref) => ref !== NEVER);
    const open = held.filter((ref) => ref !== ALWAYS);
    const stillNeeded = need - (held.length - open.length);
    if (stillNeeded <= 0) return ALWAYS;
    if (open.length < stillNeeded) return NEVER;
    if (stillNeeded === 1) return this.#linkUnion(open, slot);
    const made = this.#madeBefore(stillNeeded, open, slot);
    return made ?? [countStep(operandOf(2 * slot).at, this.#operands(open), stillNeeded)];
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
    return unionSteps(operandOf(2 * slot).at, this.#operands(distinct));
  }

  /** Leaves out operands that are in a union which is itself an operand. */
  #withoutNested(refs: readonly Ref[]): readonly Ref[] {
    const inner = new Set<Ref>();
    for (const ref of refs) {
      if (!isComplement(ref)) for (const one of this.#unions.get(slotOf(ref)) ?? []) inner.add(one);
    }
    return inner.size === 0 ? refs : refs.filter((ref) => !inner.has(ref));
  }

  #operands(refs: readonly Ref[]): readonly Operand[] {
    for (const ref of refs) this.#read.add(slotOf(ref));
    return refs.map(operandOf);
  }
}
