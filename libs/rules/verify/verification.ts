import type { Facts, Level, Urgency } from '#domain';
import type { SafetyInvariant } from '../invariant.ts';

/** A case that shows something, as evaluation itself answers it. Facts left out are as if nothing was reported. */
export interface Example {
  readonly facts: Facts;
  readonly onDate: string;
  readonly area: string | null;
  readonly definite: { readonly level: Level; readonly urgency: Urgency };
  readonly possible: { readonly level: Level; readonly urgency: Urgency };
}

/** "Undecided" only where a question needed more effort than the stated limit (`CONFLICT_LIMIT`). */
export type Proof = 'proved' | 'refuted' | 'undecided';

export interface InvariantFinding {
  readonly id: string;
  readonly title: string;
  readonly proof: Proof;
  /** What was found, in plain English, for the manager who reads it. */
  readonly sentence: string;
  /** Null unless refuted; null as well where the rule set lacks a fact that the invariant speaks of. */
  readonly example: Example | null;
}

/**
 * Something about rules that a person should look at: a rule that can never hold; one to which nothing is owed, because
 * others already give all it adds; two of which one covers the other; two that prompt for contradictory things.
 */
export interface RuleFinding {
  readonly kind: 'dead' | 'redundant' | 'overlapping' | 'conflicting';
  readonly ruleIds: readonly string[];
  readonly sentence: string;
  readonly example: Example | null;
}

/** What is true of a rule set over all possible inputs (rules.md, verification). */
export interface Verification {
  readonly ruleSetId: string;
  readonly version: string;
  readonly invariants: readonly InvariantFinding[];
  readonly findings: readonly RuleFinding[];
  /** All invariants are proved, no rule is dead and no question was given up. Other findings are for a person to judge. */
  readonly isSafe: boolean;
  /** `undecided` counts the questions given up at the limit; while it is above 0 findings may be missing. */
  readonly effort: { readonly questions: number; readonly conflicts: number; readonly undecided: number };
}

export interface VerificationGiven {
  readonly invariants: readonly SafetyInvariant[];
  /** Codes of actions or routes that contradict each other. */
  readonly exclusions: readonly (readonly [string, string])[];
  /** The first day (`YYYY-MM-DD`) on which the set is to be used; without it, the first day of its first rule. */
  readonly from?: string;
}
