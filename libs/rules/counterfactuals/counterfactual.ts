import type { Facts, Language, Level, Pathway, Urgency } from '#domain';
import type { CatalogueEntry } from '../rule-set.ts';

/** One fact that would have to be otherwise, in words. */
export interface CounterfactualChange {
  readonly factId: string;
  readonly label: string;
  /** What it is now; says so where it is not known or nothing was reported. */
  readonly from: string;
  readonly to: string;
}

/** A smallest change of facts that would have given another pathway or urgency (rules.md, semantics 8). */
export interface Counterfactual {
  /** In the order of fact ids. */
  readonly changes: readonly CounterfactualChange[];
  /** The facts of the case with the changes made. */
  readonly facts: Facts;
  /** The definite outcome of `evaluate` on these facts. */
  readonly becomes: { readonly level: Level; readonly pathway: Pathway; readonly urgency: Urgency };
  /** The same as a sentence; where answers would still be open, a second one says what it could become. */
  readonly sentence: string;
  /** In Welsh only: texts that stand in English because the rule set has no Welsh for them, word for word. */
  readonly untranslated?: readonly string[];
}

export interface CounterfactualOptions {
  /** English unless given. */
  readonly language?: Language;
  /** The most facts changed at once, 1 to 6; 3 unless given. */
  readonly maxChanges?: number;
  /** The most counterfactuals given, at least 1; 6 unless given. */
  readonly maxFound?: number;
  /**
   * Whether a fact can be otherwise or be answered. Unless given: every fact that a referrer or screener supplies.
   * That takes in a child's age, birth and sex where the catalogue lets a referrer supply them, and these nobody can
   * change: whoever knows the catalogue must leave them out here, for rules know no ids.
   */
  readonly isChangeable?: (entry: CatalogueEntry) => boolean;
}
