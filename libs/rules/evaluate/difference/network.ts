import type { Slot } from '../../conditions/fact-table.ts';
import type { Kleene } from '../../conditions/kleene.ts';
import type { SlotTruth } from '../../conditions/slot-truth.ts';
import type { RuleTrace } from '../../evaluation.ts';
import type { CompiledRule } from '../compiled-rule-set.ts';

/*
 * The rules of a set as counts that follow single facts. The network stands at the base, the case of which nothing was
 * reported; for a case it is moved by the facts that differ from the base and put back afterwards. Fields that are not
 * `readonly` move, and `base` is where they go back to.
 */

/** A leaf, asked once for all rules. A `not` above it is folded in, so what holds is what the rule words as wanted. */
export interface Question {
  readonly factIndex: number;
  readonly truthOf: SlotTruth;
  /** Once for each time that a node asks it. */
  readonly askedBy: CountingNode[];
  truth: Kleene;
}

/** At least `need` of its parts: true at `need` that hold, false when more than `mayFail` do not. */
export interface CountingNode {
  readonly need: number;
  readonly mayFail: number;
  readonly questions: Question[];
  readonly inner: CountingNode[];
  readonly above: CountingNode | null;
  readonly rule: WatchedRule;
  /** Parts that are true and parts that are false. */
  holding: number;
  failing: number;
  truth: Kleene;
  base: { readonly holding: number; readonly failing: number; readonly truth: Kleene };
}

export interface WatchedRule {
  readonly compiled: CompiledRule;
  /** Its place in the compiled set, and of its codes in the outcome's list. */
  readonly place: number;
  readonly codes: readonly number[];
  /** The root first. */
  readonly nodes: CountingNode[];
  /** The traces of a rule of one leaf by its truth; null for the others. Frozen, because traces of cases share them. */
  readonly ready: readonly RuleTrace[] | null;
  /** How often a leaf of it holds. */
  holdingLeaves: number;
  baseHoldingLeaves: number;
  isTouched: boolean;
}

export interface Network {
  /** What the table holds at the base. */
  readonly baseTable: readonly Slot[];
  readonly rules: readonly WatchedRule[];
  /** The questions about each fact, by its index. */
  readonly questionsOf: readonly (readonly Question[])[];
  /** For each fact, clear between uses. */
  readonly marks: Uint8Array;
}
