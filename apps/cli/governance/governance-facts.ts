import type { AuthorityPack, LegalBasis, NationPack, RetentionSchedule } from '#nation-packs';
import type { RuleSet } from '#rules';

/** A risk to the people whose data it is, what the service does about it, and the tests that show it. */
export interface Risk {
  readonly risk: string;
  readonly measures: string;
  readonly tests: readonly string[];
}

/** Everything that the documents about an authority's front door are written from. Nothing in it is about a person. */
export interface GovernanceFacts {
  /** The day it is written, `YYYY-MM-DD`. */
  readonly day: string;
  readonly authority: AuthorityPack;
  readonly levels: NationPack['levels'];
  readonly ruleSet: RuleSet;
  /** Content hash of the rule set: it says for ever which rules these were. */
  readonly hash: string;
  /** How many safety invariants every rule set of the authority is held to. */
  readonly invariants: number;
  /** In force on the day. */
  readonly legalBases: readonly LegalBasis[];
  readonly retention: RetentionSchedule;
  /** JSON Schema of a referral. */
  readonly referralSchema: unknown;
  readonly risks: readonly Risk[];
}
