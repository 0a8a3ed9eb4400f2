import type { CompiledFact } from '../../conditions/fact-table.ts';
import { type FactPlace, placesOf } from '../layout/fact-places.ts';

/** Where the facts of a rule set stand among the planes of its columns. */
export interface PlaneMap {
  /** In the order of the compiled facts. */
  readonly places: readonly FactPlace[];
  readonly planes: number;
  /** The same for rule sets that read the same facts of the same types. */
  readonly key: string;
}

/**
 * The facts of many cases, one bit a case: bit `c % 32` of word `c / 32` of a plane belongs to case `c`. A fact has
 * one plane for each bit of its code and one that says that it is unknown; where it is unknown its code is zero. For
 * a boolean the second plane says instead that it is true or unknown, which is what nearly every rule asks.
 */
export interface FactColumns {
  /** How many cases. Bits past the last one mean nothing. */
  readonly count: number;
  /** All planes, one after the other. */
  readonly planes: Int32Array;
  /** Words from one plane to the next. */
  readonly stride: number;
  /** Zero for a plane without a single bit set, and for a boolean's second plane where it never differs from the first. */
  readonly used: Int32Array;
  readonly key: string;
}

export function planeMap(facts: readonly CompiledFact[]): PlaneMap {
  const { places, bits } = placesOf(facts.map(({ entry }) => entry.type));
  return { places, planes: bits, key: JSON.stringify(facts.map(({ entry: { id, type } }) => [id, type])) };
}
