/** A bitset that a step reads. */
export interface Operand {
  /** Where it begins. */
  readonly at: number;
  /** -1 where its complement is meant, else 0. */
  readonly flip: number;
}

const EMPTY: Operand = { at: 0, flip: 0 };

/** What one kernel does; `at` is where its result goes. */
export type Step =
  | { readonly kind: 'uniteTwo'; readonly at: number; readonly from: readonly [Operand, Operand] }
  | { readonly kind: 'uniteFour'; readonly at: number; readonly from: readonly [Operand, Operand, Operand, Operand] }
  /** Offsets of eight bitsets, meant as they are. */
  | { readonly kind: 'uniteEight'; readonly at: number; readonly from: Int32Array }
  | { readonly kind: 'count'; readonly at: number; readonly from: CountOperands; readonly need: number };

/** An even number of bitsets: the first `plain` count where a case is in them, the others where it is not. */
export interface CountOperands {
  readonly offsets: Int32Array;
  readonly plain: number;
}

function offsetsOf(operands: readonly Operand[], flip: number): readonly number[] {
  return operands.filter((one) => one.flip === flip).map(({ at }) => at);
}

function uniteFew(at: number, operands: readonly Operand[]): Step {
  const [first = EMPTY, second = first, third, fourth = third] = operands;
  if (third === undefined || fourth === undefined) return { kind: 'uniteTwo', at, from: [first, second] };
  return { kind: 'uniteFour', at, from: [first, second, third, fourth] };
}

function uniteEight(at: number, operands: readonly Operand[]): Step {
  const last = operands.at(-1) ?? EMPTY;
  return { kind: 'uniteEight', at, from: Int32Array.from({ length: 8 }, (_, place) => (operands[place] ?? last).at) };
}

/**
 * Steps that unite two or more bitsets: complements first and four at a time, then what is meant as it is, eight at a
 * time where there are more than four. From the second step on what is there already is one of them.
 */
export function unionSteps(at: number, operands: readonly Operand[]): readonly Step[] {
  const left = [...operands].sort((one, other) => one.flip - other.flip);
  const steps: Step[] = [];
  while (left.length > 0) {
    const before = steps.length === 0 ? [] : [{ at, flip: 0 }];
    const isLong = left[0]?.flip === 0 && left.length + before.length > 4;
    const next = [...before, ...left.splice(0, (isLong ? 8 : 4) - before.length)];
    steps.push(isLong ? uniteEight(at, next) : uniteFew(at, next));
  }
  return steps;
}

export function countStep(at: number, operands: readonly Operand[], need: number): Step {
  // The empty set, which begins at 0, makes an odd number even.
  const plain = [...(operands.length % 2 === 0 ? [] : [0]), ...offsetsOf(operands, 0)];
  const offsets = Int32Array.from([...plain, ...offsetsOf(operands, -1)]);
  return { kind: 'count', at, from: { offsets, plain: plain.length }, need };
}
