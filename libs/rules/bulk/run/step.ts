/** Where a bitset begins: one of a fact in the planes, for the first block; any other in the heap. */
export interface PlacedOperand {
  readonly isPlane: boolean;
  readonly at: number;
  /** -1 where the complement is meant, else 0. */
  readonly flip: number;
}

export interface PlacedGate {
  /** Where its result goes in the heap. */
  readonly at: number;
  readonly operands: readonly PlacedOperand[];
}

/** Offsets of operands that stand in the same array and are meant in the same way; `not` are complements. */
interface SortedOperands {
  readonly planes: Int32Array;
  readonly heap: Int32Array;
  readonly planesNot: Int32Array;
  readonly heapNot: Int32Array;
}

/** Two, three or four bitsets. */
export type Few = readonly [PlacedOperand, PlacedOperand, PlacedOperand?, PlacedOperand?];

/** What one kernel does. */
export type Step =
  | { readonly kind: 'unite'; readonly at: number; readonly from: Few }
  /** Adds eight planes, meant as they are, to what is there. */
  | { readonly kind: 'addEight'; readonly at: number; readonly planes: Int32Array }
  | {
      readonly kind: 'count';
      readonly at: number;
      readonly from: SortedOperands;
      readonly need: number;
      /** Planes of a counter. */
      readonly planes: number;
    };

function sorted(operands: readonly PlacedOperand[]): SortedOperands {
  const list = (isPlane: boolean, flip: number): Int32Array =>
    Int32Array.from(operands.filter((one) => one.isPlane === isPlane && one.flip === flip).map(({ at }) => at));
  return { planes: list(true, 0), heap: list(false, 0), planesNot: list(true, -1), heapNot: list(false, -1) };
}

/** Unites a few at a time; from the second time on what is there already is one of the few. */
function uniteSteps(at: number, operands: readonly PlacedOperand[]): Step[] {
  const steps: Step[] = [];
  const left = [...operands];
  while (left.length > 0) {
    const [first, second, ...more] = steps.length === 0 ? left.splice(0, 4) : [{ isPlane: false, at, flip: 0 }, ...left.splice(0, 3)];
    if (first !== undefined && second !== undefined) steps.push({ kind: 'unite', at, from: [first, second, ...more] });
  }
  return steps;
}

/** Steps that unite two or more bitsets; planes of long lists go eight at a time. */
export function unionSteps({ at, operands }: PlacedGate): readonly Step[] {
  const plain = operands.filter(({ isPlane, flip }) => isPlane && flip === 0);
  const eights = Math.floor(Math.min(plain.length, operands.length - 2) / 8);
  const inEights = plain.slice(0, 8 * eights);
  const steps = uniteSteps(at, operands.filter((one) => !inEights.includes(one)));
  for (let next = 0; next < inEights.length; next += 8) {
    steps.push({ kind: 'addEight', at, planes: Int32Array.from(inEights.slice(next, next + 8), (one) => one.at) });
  }
  return steps;
}

export function countStep({ at, operands }: PlacedGate, need: number, planes: number): Step {
  return { kind: 'count', at, from: sorted(operands), need, planes };
}
