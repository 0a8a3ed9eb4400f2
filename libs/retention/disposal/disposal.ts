import type { DecidedPathway, ReferralId } from '#domain';
import type { DisposalId } from '../ids.ts';

export const DISPOSAL_STATES = ['computing', 'listed', 'done'] as const;
type DisposalState = (typeof DISPOSAL_STATES)[number];

export const DISPOSAL_ITEM_STATES = ['listed', 'kept', 'disposed', 'skipped'] as const;
export type DisposalItemState = (typeof DISPOSAL_ITEM_STATES)[number];

export const SKIP_REASONS = ['gone', 'held', 'open', 'not_due'] as const;
type SkipReason = (typeof SKIP_REASONS)[number];

/** What was due on a day in one authority, from the request to the last record destroyed. */
export interface Disposal {
  readonly id: DisposalId;
  readonly authorityId: string;
  readonly state: DisposalState;
  readonly dueOn: string;
  /** SHA-256 of the schedule it was computed by, as canonical JSON. */
  readonly scheduleSha256: string;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly examined: number;
  readonly listedAt: Date | null;
  readonly approvedByName: string | null;
  readonly approvedAt: Date | null;
  readonly finishedAt: Date | null;
  /** SHA-256 over the list of the references' hashes, once it is done. */
  readonly listSha256: string | null;
  readonly counts: Readonly<Record<DisposalItemState, number>>;
}

/** One record of a list. */
export interface DisposalItem {
  readonly referralId: ReferralId;
  /** `null` once it is destroyed, and where the reader may not see the record. */
  readonly reference: string | null;
  readonly referenceSha256: string;
  /** The highest of its cases. */
  readonly outcome: DecidedPathway;
  readonly cases: number;
  readonly ruleId: string;
  readonly lastContactOn: string;
  readonly dueOn: string;
  readonly holdSuggested: boolean;
  readonly state: DisposalItemState;
  readonly keptByName: string | null;
  readonly keptReason: string | null;
  readonly skippedBecause: SkipReason | null;
}
