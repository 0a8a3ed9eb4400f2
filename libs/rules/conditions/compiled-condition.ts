import type { FactTable } from './fact-table.ts';
import type { Kleene } from './kleene.ts';

/** How many leaves must change before a condition is as wanted; beyond one the number does not matter. */
export type Shortfall = 0 | 1 | 2;

/** A condition as closures over an indexed table of facts. */
export interface CompiledCondition {
  readonly truth: (table: FactTable) => Kleene;
  /** Marks the facts that decided `result`, which must be this condition's own truth. */
  readonly markDeciding: (table: FactTable, result: Kleene, marks: Uint8Array) => void;
  readonly shortfall: (table: FactTable, wanted: boolean) => Shortfall;
  /** Whether some leaf holds as the rule words it: true, or false under an odd number of `not`. */
  readonly holdsInPart: (table: FactTable, negated: boolean) => boolean;
}
