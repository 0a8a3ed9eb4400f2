import type { FactType } from '../../rule-set.ts';
import { bitsFor, sizeOf } from './coding.ts';

/** Where one fact stands in a row of bits: its code, lowest bit first, and whether it is unknown. */
export interface FactPlace {
  readonly code: number;
  readonly bits: number;
  readonly unknown: number;
  readonly isBoolean: boolean;
}

/**
 * Places for facts in their order: the codes of all of them, then their unknown bits. Most facts are known, so words
 * of unknown bits are mostly zero and cost next to nothing to read. A code is zero where the fact is unknown.
 */
export function placesOf(types: readonly FactType[]): { readonly places: readonly FactPlace[]; readonly bits: number } {
  const widths = types.map((type) => bitsFor(sizeOf(type)));
  const forCodes = widths.reduce((sum, width) => sum + width, 0);
  let next = 0;
  const places = widths.map((bits, index) => {
    const code = next;
    next += bits;
    return { code, bits, unknown: forCodes + index, isBoolean: types[index]?.kind === 'boolean' };
  });
  return { places, bits: forCodes + types.length };
}
