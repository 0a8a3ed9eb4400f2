import type { AgencyId, AuthorityId, CaseId, DecisionId, ReferralId, TriageRunId } from './ids.ts';
import type { CaseState } from './case-state.ts';
import type { DecidedPathway } from './decision.ts';
import type { Level, Urgency } from './level.ts';

/** One child's passage through the front door: one per child per referral (glossary). */
export interface Case {
  readonly id: CaseId;
  readonly authorityId: AuthorityId;
  readonly referralId: ReferralId;
  readonly agencyId: AgencyId;
  readonly reference: string;
  /** Which child of the referral, counted from 0. */
  readonly childIndex: number;
  readonly childName: string | null;
  readonly childDateOfBirth: string | null;
  readonly area: string | null;
  readonly queue: string;
  readonly state: CaseState;
  readonly receivedAt: Date;
  readonly nextDueAt: Date | null;
  readonly first1001Days: boolean;
  /** `null` until the rules have proposed: shown first, as not yet triaged. */
  readonly urgency: Urgency | null;
  readonly proposedLevel: Level | null;
  readonly proposedUrgency: Urgency | null;
  /** Hidden from everybody but those to whom the record was opened. */
  readonly restricted: boolean;
  /** The emergency duty team handed it over and nobody of the day team has accepted it yet. */
  readonly handoverWaiting: boolean;
  readonly needsInformation: boolean;
  readonly triageFailure: string | null;
  readonly claimedBy: string | null;
  readonly claimedByName: string | null;
  readonly claimedAt: Date | null;
  readonly inputVersion: number;
  readonly currentRunId: TriageRunId | null;
  readonly currentDecisionId: DecisionId | null;
  /** Pathway of the last signed decision. */
  readonly decidedPathway: DecidedPathway | null;
  /** Counts every change; the ETag of the record. */
  readonly version: number;
}
