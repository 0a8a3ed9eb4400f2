import type { Facts, Level, Urgency } from '#domain';
import type { Example } from '../verify/verification.ts';

/** Both of definite level and urgency; "information" where only what a case could still become is another. */
export type Direction = 'higher' | 'lower' | 'mixed' | 'information';

/** A kind of referral that two versions send to different places. */
export interface DiffKind {
  readonly from: { readonly level: Level; readonly urgency: Urgency };
  readonly to: { readonly level: Level; readonly urgency: Urgency };
  readonly direction: Direction;
  readonly sentence: string;
  /** The rules whose truth or outcome makes the difference. */
  readonly ruleIds: readonly string[];
  /** Only the facts that make the kind; every other is as if nothing was reported. */
  readonly pattern: Facts;
  readonly example: { readonly before: Example; readonly after: Example };
}

/**
 * What a new version of a rule set changes. Without kinds and complete, both are proved to give every case the same
 * definite and possible level and urgency, on every day from the first on which both have rules in force.
 *
 * When complete, every case that comes out otherwise has the pattern of a kind of its direction, and its pair of
 * outcomes, from and to, is that of a kind of its direction.
 */
export interface RuleSetDiff {
  /** Ids of rules that only the new version has, that only the old one has, and that both have but not alike. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Those that go lower come first. */
  readonly kinds: readonly DiffKind[];
  /** False when the limit of kinds was reached, or a question was given up at the limit of effort. */
  readonly isComplete: boolean;
}

export interface DiffOptions {
  readonly maxKinds?: number;
  /** The first day (`YYYY-MM-DD`) to compare; without it, the first on which both versions have rules in force. */
  readonly from?: string;
}
