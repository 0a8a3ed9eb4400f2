import type { RetentionFlag } from '#nation-packs';
import type { LegalHoldId } from '../ids.ts';

/** Why a record is kept whatever the schedule says, until a manager lifts it. */
export interface LegalHold {
  readonly id: LegalHoldId;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedByName: string;
  readonly placedAt: Date;
  readonly lifted: { readonly byName: string; readonly at: Date; readonly reason: string } | null;
}

export interface LegalHolds {
  readonly reference: string;
  readonly isHeld: boolean;
  /** Flags for which an inquiry may ask for the record: a manager should think about a hold. */
  readonly suggestedBy: readonly RetentionFlag[];
  readonly holds: readonly LegalHold[];
}
