import type { Actor, CaseId, CaseState, ReferralId } from '#domain';

/** Every kind of thing the trail records. */
export type AuditAction =
  | 'referral.received'
  | 'case.opened'
  | 'case.proposed'
  | 'case.triage_failed'
  | 'case.claimed'
  | 'case.released'
  | 'case.moved'
  | 'case.decided'
  | 'decision.signed'
  | 'decision.returned'
  | 'rule_set.drafted'
  | 'rule_set.changed'
  | 'rule_set.abandoned'
  | 'rule_set.verification_requested'
  | 'rule_set.backtest_requested'
  | 'rule_set.job_cancelled'
  | 'rule_set.job_resumed'
  | 'rule_set.lower_list_read'
  | 'rule_set.approved'
  | 'rule_set.activated'
  | 'rule_set.rolled_back';

/** What happened, to which record, by whom and why. Details hold codes and ids, never names or free text. */
export interface AuditEntry {
  readonly action: AuditAction;
  readonly actor: Actor;
  readonly occurredAt: Date;
  readonly referralId?: ReferralId;
  readonly caseId?: CaseId;
  readonly fromState?: CaseState;
  readonly toState?: CaseState;
  readonly reason?: string;
  readonly ruleSet?: { readonly version: string; readonly hash: string };
  readonly details?: Readonly<Record<string, unknown>>;
}

/** One recorded event as readers see it. */
export interface RecordedEvent {
  readonly id: string;
  readonly sequence: number;
  readonly occurredAt: Date;
  readonly action: AuditAction;
  readonly actorId: string;
  readonly actorName: string;
  readonly actorKind: Actor['kind'];
  readonly actorRole: string | null;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly reason: string | null;
  readonly ruleSetVersion: string | null;
  readonly ruleSetHash: string | null;
  readonly correlationId: string;
  readonly details: Readonly<Record<string, unknown>>;
}
