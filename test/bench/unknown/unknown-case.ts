import type { Facts } from '#domain';

/** One case of the suite: everything known but one fact, which decides. */
export interface UnknownCase {
  readonly ruleId: string;
  /** The fact that is left out. */
  readonly factId: string;
  /** Every fact, the deciding one with the value that makes the rule fire. */
  readonly facts: Facts;
  /** What is right when the fact is as it makes the rule fire, as ranks: what a safe engine proposes or warns of. */
  readonly higher: readonly [level: number, urgency: number];
  /** What is right with another value of the same fact. */
  readonly lower: readonly [level: number, urgency: number];
}

/** A case in which the fact left out changes nothing, whatever it is: what no engine need warn of. */
export interface SettledCase {
  readonly factId: string;
  readonly facts: Facts;
}
