import type { DecidedPathway } from '#domain';
import type { Evidence } from '../nation-pack.ts';

export const RETENTION_OUTCOMES = ['no_further_action', 'universal', 'early_help', 'statutory'] as const;

/** What makes a record be kept longer than its outcome alone would. */
export const RETENTION_FLAGS = ['sexual_abuse', 'child_protection', 'care'] as const;
export type RetentionFlag = (typeof RETENTION_FLAGS)[number];

/** What the years are counted from. */
export const RETENTION_STARTS = ['last_contact', 'date_of_birth', 'decision'] as const;
export type RetentionStart = (typeof RETENTION_STARTS)[number];

/** How long to keep a record of one outcome, or one with a flag whatever its outcome. The longest that applies counts. */
export interface RetentionRule {
  readonly id: string;
  readonly appliesTo: { readonly outcome: DecidedPathway } | { readonly flag: RetentionFlag };
  readonly years: number;
  readonly from: RetentionStart;
  readonly source: string;
  readonly evidence: Evidence;
}

/** How long an authority keeps its records (domain pack 8, retention), as data. */
export interface RetentionSchedule {
  /** A referral within so many months counts as a re-referral, so the earlier record is needed. */
  readonly reReferralWindowMonths: number;
  /** Nothing goes sooner than so many months after that window. */
  readonly monthsAfterWindow: number;
  readonly rules: readonly RetentionRule[];
  /** Ids of indicators that set a flag when present. */
  readonly flags: Readonly<Record<RetentionFlag, readonly string[]>>;
  /** Flags for which an inquiry may ask: a legal hold is suggested. */
  readonly suggestHold: readonly RetentionFlag[];
  /** What the authority has to confirm, in sentences. */
  readonly assumptions: readonly string[];
}
