import type { CaseId, DecisionId, TriageRunId } from './ids.ts';
import type { Level, Pathway, Urgency } from './level.ts';

/** What a person may decide. Only a person can end a case with no further action: no rule can say it. */
export type DecidedPathway = Pathway | 'no_further_action';

/** A person's threshold decision on one case (domain pack 3.4). Written once, never changed. */
export interface Decision {
  readonly id: DecisionId;
  readonly caseId: CaseId;
  readonly runId: TriageRunId | null;
  readonly proposedLevel: Level | null;
  readonly proposedUrgency: Urgency | null;
  readonly level: Level | null;
  readonly pathway: DecidedPathway;
  readonly urgency: Urgency;
  readonly legalBasis: string | null;
  readonly rationale: string;
  /** Why the decision differs from the proposal; `null` when it confirms it. */
  readonly overrideReason: string | null;
  readonly decidedBy: string;
  readonly decidedByName: string;
  readonly decidedByRole: string;
  readonly registration: string | null;
  readonly decidedAt: Date;
  readonly signOffReasons: readonly SignOffReason[];
}

/** Why a second person has to sign (domain pack 4.2, sign-off). */
export type SignOffReason =
  | 'statutory_outcome'
  | 'lower_than_proposed'
  | 'no_further_action_with_history'
  /** What adds up must be reviewed by a manager before it ends without help. */
  | 'accumulation_without_help';
