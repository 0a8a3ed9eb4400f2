import type { AuthorityId, CaseId, Lane, OutboxMessageId } from '#domain';

/** Work that a change asks for, stored with the change. Ids only. */
export interface NewMessage {
  readonly topic: 'triage.requested';
  readonly lane: Lane;
  readonly authorityId: AuthorityId;
  readonly caseId: CaseId;
  readonly inputVersion: number;
}

/** A message this worker holds for a while. The token proves it: a worker that woke up late has an old one. */
export interface ClaimedMessage {
  readonly id: OutboxMessageId;
  readonly authorityId: AuthorityId;
  readonly caseId: CaseId;
  readonly inputVersion: number;
  readonly lane: Lane;
  /** Which try this is, counted from 1. */
  readonly attempts: number;
  readonly claimToken: string;
  readonly correlationId: string;
}

/** The claim lapsed and another worker took the message over: whatever was computed must not be written. */
export class StaleClaimError extends Error {
  override readonly name = 'StaleClaimError';
}
