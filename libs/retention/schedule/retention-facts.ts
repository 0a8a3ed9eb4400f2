import type { IsoDate } from '#deadlines';
import type { DecidedPathway } from '#domain';
import type { RetentionFlag } from '#nation-packs';

/** What the schedule has to know of one case. */
export interface RetentionCase {
  readonly isOpen: boolean;
  /** Of the last signed decision; `null` while there is none. */
  readonly outcome: DecidedPathway | null;
  readonly decidedOn: IsoDate | null;
  /** `null` also for a child who was not born yet. */
  readonly dateOfBirth: IsoDate | null;
  readonly flags: readonly RetentionFlag[];
}

/** What the schedule has to know of one referral; days are those of London. */
export interface RetentionFacts {
  readonly receivedOn: IsoDate;
  readonly cases: readonly RetentionCase[];
  /** Other referrals about one of the same children. */
  readonly linked: readonly { readonly receivedOn: IsoDate; readonly isOpen: boolean }[];
}
