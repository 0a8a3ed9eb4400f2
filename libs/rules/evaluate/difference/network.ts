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
  readonly base: Kleene;
  truth: Kleene;
}

/** At least `need` of its parts: true at `need` that hold, false when more than `mayFail` do not. */
export interface CountingNode {
  readonly need: number;
  readonly size: number;
  readonly mayFail: number;
  readonly questions: Question[];
  readonly inner: CountingNode[];
  readonly above: CountingNode | null;
  readonly rule: RuleCounts;
  /** Its first bit in a number about the rule; there is one for each of its leaves, or one for all if it is wide. */
  firstBit: number;
  allBits: number;
  isWide: boolean;
  /** Parts that are true and parts that are false. */
  holding: number;
  failing: number;
  truth: Kleene;
  base: { readonly holding: number; readonly failing: number; readonly truth: Kleene };
}

/** What is counted of a rule as a whole. */
export interface RuleCounts {
  /** The place of the rule in the set. */
  readonly place: number;
  /** How often a leaf of it holds. */
  holdingLeaves: number;
  baseHoldingLeaves: number;
  /** Some leaf of it is not as at the base. */
  isTouched: boolean;
}

export interface WatchedRule {
  readonly compiled: CompiledRule;
  /** Where the codes of its outcome stand among all codes. */
  readonly codes: readonly number[];
  readonly counts: RuleCounts;
  readonly root: CountingNode;
  /** All of its nodes. */
  readonly nodes: readonly CountingNode[];
  /** The traces of a rule of one leaf, by its truth; null for other rules. Frozen, as the traces that are kept. */
  readonly ofOneLeaf: readonly [RuleTrace, RuleTrace, RuleTrace] | null;
  /** Its nodes need so few bits that traces have keys. */
  readonly hasKeys: boolean;
  /** Traces made before, by their key. Frozen, because the traces of cases share them. */
  readonly made: Map<number, RuleTrace>;
}

export interface Network {
  readonly rules: readonly WatchedRule[];
  /** The questions about each fact, by its index. */
  readonly questionsOf: readonly (readonly Question[])[];
  /** For each fact, clear between uses. */
  readonly marks: Uint8Array;
}
