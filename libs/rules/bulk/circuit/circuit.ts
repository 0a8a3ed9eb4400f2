/**
 * A bitset that an operation reads: twice the number of its slot, plus one for its complement. Slot 0 is the empty set;
 * then come the planes of the facts, then the scopes, then the gates in the order in which they can be computed.
 */
export type Ref = number;

export const NEVER: Ref = 0;
export const ALWAYS: Ref = 1;

export function complement(ref: Ref): Ref {
  return ref ^ 1;
}

export function slotOf(ref: Ref): number {
  return ref >> 1;
}

export function isComplement(ref: Ref): boolean {
  return (ref & 1) === 1;
}

/** The union of its operands, or the cases that are in at least `need` of them. An intersection is a union of complements. */
export interface Gate {
  readonly need: number;
  readonly operands: readonly Ref[];
}

/** Gates in an order in which each reads only what stands before it; the first has the slot `inputs`. */
export interface Circuit {
  readonly inputs: number;
  readonly gates: readonly Gate[];
}
