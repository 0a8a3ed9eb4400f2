import { paddedForUnion } from './union-kernels.ts';

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

/** A gate as the kernels take it. */
export type Step =
  | { readonly kind: 'pair'; readonly at: number; readonly first: PlacedOperand; readonly second: PlacedOperand }
  | { readonly kind: 'union'; readonly at: number; readonly from: SortedOperands }
  | {
      readonly kind: 'count';
      readonly at: number;
      readonly from: SortedOperands;
      readonly need: number;
      /** Planes of a counter. */
      readonly planes: number;
    };

type ListOf = (offsets: readonly number[]) => Int32Array;

function sorted(operands: readonly PlacedOperand[], listOf: ListOf): SortedOperands {
  const list = (isPlane: boolean, flip: number): Int32Array =>
    listOf(operands.filter((one) => one.isPlane === isPlane && one.flip === flip).map(({ at }) => at));
  return { planes: list(true, 0), heap: list(false, 0), planesNot: list(true, -1), heapNot: list(false, -1) };
}

export function unionStep({ at, operands }: PlacedGate): Step {
  const [first, second, third] = operands;
  if (first !== undefined && second !== undefined && third === undefined) return { kind: 'pair', at, first, second };
  return { kind: 'union', at, from: sorted(operands, paddedForUnion) };
}

export function countStep({ at, operands }: PlacedGate, need: number, planes: number): Step {
  return { kind: 'count', at, from: sorted(operands, (offsets) => Int32Array.from(offsets)), need, planes };
}
