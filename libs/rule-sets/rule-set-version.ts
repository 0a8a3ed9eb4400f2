import type { AuthorityId } from '#domain';

declare const brand: unique symbol;
export type RuleSetVersionId = string & { readonly [brand]: 'RuleSetVersionId' };
export type RuleSetJobId = string & { readonly [brand]: 'RuleSetJobId' };
export type ActivationId = string & { readonly [brand]: 'ActivationId' };

/** How far a version has come (rules.md, semantics 9). It follows from the record, and nobody sets it. */
export const RULE_SET_STAGES = [
  'draft',
  'verified',
  'backtested',
  'approved',
  'scheduled',
  'active',
  'superseded',
  'abandoned',
] as const;
export type RuleSetStage = (typeof RULE_SET_STAGES)[number];

/** One of an authority's own rule sets. Its content is kept under its hash; a change of content makes a new hash. */
export interface RuleSetVersion {
  readonly id: RuleSetVersionId;
  readonly authorityId: AuthorityId;
  readonly ruleSetId: string;
  /** The version as people write it, one of a kind within the authority. */
  readonly label: string;
  readonly title: string;
  readonly hash: string;
  readonly origin: 'copied' | 'imported';
  /** Hash of the rule set that was in force, or was copied, when the draft began. */
  readonly basedOnHash: string | null;
  readonly changeNote: string;
  /** Ids of everybody who ever changed it; none of them may approve it. */
  readonly editors: readonly string[];
  readonly authorName: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly abandonedAt: Date | null;
  /** Counts every change; the ETag of the record. */
  readonly revision: number;
}

export type JobKind = 'verify' | 'backtest';
type JobState = 'queued' | 'running' | 'cancelled' | 'done' | 'failed';
export type JobOutcome = 'safe' | 'unsafe' | 'even' | 'uneven';

/** Work on a rule set that takes longer than a request: a verification or a backtest of exactly one content. */
export interface RuleSetJob {
  readonly id: RuleSetJobId;
  readonly authorityId: AuthorityId;
  readonly versionId: RuleSetVersionId;
  readonly hash: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly outcome: JobOutcome | null;
  readonly processed: number;
  readonly total: number | null;
  readonly result: object | null;
  readonly failure: string | null;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly cancelRequestedAt: Date | null;
}

export interface Approval {
  readonly versionId: RuleSetVersionId;
  readonly hash: string;
  readonly editors: readonly string[];
  readonly verificationId: RuleSetJobId;
  readonly verificationOutcome: 'safe';
  readonly backtestId: RuleSetJobId;
  readonly backtestOutcome: 'even' | 'uneven';
  /** Equality and human-rights justification, needed when a group's share moved beyond the limits. */
  readonly justification: string | null;
  readonly approvedBy: string;
  readonly approvedByName: string;
  readonly approvedAt: Date;
}

export interface Activation {
  readonly id: ActivationId;
  readonly authorityId: AuthorityId;
  readonly versionId: RuleSetVersionId;
  readonly hash: string;
  /** Area of the authority, or `*` for all of it. */
  readonly area: string;
  /** First day on which referrals received are triaged by it. */
  readonly fromDate: string;
  readonly activatedBy: string;
  readonly activatedByName: string;
  readonly activatedAt: Date;
  readonly withdrawnByName: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
}

/** What the question "which rule set is in force there?" is answered with. */
export type InForceActivation = Pick<Activation, 'versionId' | 'hash' | 'area' | 'fromDate'>;
