import type { CombinedOutcome } from '#domain';

/** Kleene's third value is `unknown`: not enough is known to say. */
export type Truth = 'true' | 'false' | 'unknown';

export interface RuleTrace {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly result: Truth;
  /** Ids of the facts whose values decided the result; the values stand in the stored facts. */
  readonly decidedBy: readonly string[];
  /** Exactly one condition short of holding, with at least one other condition holding. */
  readonly nearMiss: boolean;
}

/** Everything one evaluation found. Stored whole, so that it can be explained and replayed for ever. */
export interface Evaluation {
  readonly definite: CombinedOutcome;
  readonly possible: CombinedOutcome;
  /** The definite and the possible outcome differ in level or urgency. */
  readonly needsInformation: boolean;
  /** Smallest set of facts whose answers, whatever they are, settle level and urgency. */
  readonly openFacts: readonly string[];
  readonly trace: readonly RuleTrace[];
}
