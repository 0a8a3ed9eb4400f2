import type { RuleSet } from '#rules';
import type { PlainCase } from '../support/plain-case.ts';

/** What all engines are asked for: the join of the rules that hold. */
export interface Decision {
  /** Ranks, as `levelRank` and `urgencyRank` give them. */
  readonly level: number;
  readonly urgency: number;
  readonly redLine: boolean;
  /** The engine said of itself that something it needed was not known. */
  readonly isFlagged: boolean;
}

export interface Engine {
  readonly name: string;
  /** One case; engines whose own interface is asynchronous answer with a promise. */
  decide(given: PlainCase): Decision | Promise<Decision>;
}

/** Translates a rule set once, as each engine's documentation recommends for rules that stay and cases that change. */
export type EngineMaker = (ruleSet: RuleSet) => Engine;
