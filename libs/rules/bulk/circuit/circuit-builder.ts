import { ALWAYS, type Circuit, complement, type Gate, isComplement, NEVER, type Ref, slotOf } from './circuit.ts';

/** A union of so few is repeated in a greater union instead of being stored and read again. */
const SMALL = 4;

/** Makes gates; the same operation on the same operands is one gate, whichever rules ask for it. */
export class CircuitBuilder implements Circuit {
  readonly #gates: Gate[] = [];
  readonly #made = new Map<string, Ref>();

  constructor(readonly inputs: number) {}

  get gates(): readonly Gate[] {
    return this.#gates;
  }

  or(refs: readonly Ref[]): Ref {
    const operands = new Set(refs.flatMap((ref) => this.#spreadOut(ref)));
    operands.delete(NEVER);
    const isEverything = operands.has(ALWAYS) || [...operands].some((ref) => operands.has(complement(ref)));
    return isEverything ? ALWAYS : this.#gate(1, [...operands]);
  }

  and(refs: readonly Ref[]): Ref {
    return complement(this.or(refs.map(complement)));
  }

  /** The cases in at least `need` of the operands; an operand listed twice counts twice. */
  atLeast(need: number, refs: readonly Ref[]): Ref {
    if (need <= 1) return this.or(refs);
    return need >= refs.length ? this.and(refs) : this.#gate(need, refs);
  }

  /**
   * The same two bitsets, of which the first is inside the second, in such a form that one is made from the other: what
   * may hold is what does hold and a little more.
   */
  nested(inner: Ref, outer: Ref): readonly [inner: Ref, outer: Ref] {
    if (isComplement(inner) && isComplement(outer)) {
      return [complement(this.#widened(complement(outer), complement(inner))), outer];
    }
    return isComplement(inner) || isComplement(outer) ? [inner, outer] : [inner, this.#widened(inner, outer)];
  }

  #widened(inner: Ref, outer: Ref): Ref {
    const shared = new Set(this.#unionOf(inner));
    const rest = this.#unionOf(outer).filter((ref) => !shared.has(ref));
    return shared.size > SMALL && rest.length < this.#unionOf(outer).length ? this.or([inner, ...rest]) : outer;
  }

  /** The operands of a union, or the bitset itself where it is none. */
  #unionOf(ref: Ref): readonly Ref[] {
    const gate = this.#gates[slotOf(ref) - this.inputs];
    return gate === undefined || gate.need > 1 || isComplement(ref) ? [ref] : gate.operands;
  }

  #spreadOut(ref: Ref): readonly Ref[] {
    const operands = this.#unionOf(ref);
    return operands.length > SMALL ? [ref] : operands;
  }

  #gate(need: number, refs: readonly Ref[]): Ref {
    const [first = NEVER] = refs;
    if (refs.length < 2) return first;
    const operands = [...refs].sort((a, b) => a - b);
    const name = `${need}:${operands.join()}`;
    const made = this.#made.get(name);
    if (made !== undefined) return made;
    const ref = 2 * (this.inputs + this.#gates.length);
    this.#gates.push({ need, operands });
    this.#made.set(name, ref);
    return ref;
  }
}
