import type { AuthorityId, CaseId, Lane, OutboxMessageId } from '#domain';

/**
 * A case wants a proposal; or a first contact came in, and the open cases of its family want another look. What a newer
 * release asks for under another topic waits for a worker that knows it.
 */
export const TOPICS = ['triage.requested', 'family.contacted'] as const;
type Topic = (typeof TOPICS)[number];

/** Work that a change asks for, stored with the change. Ids only. */
export interface NewMessage {
  readonly topic: Topic;
  readonly lane: Lane;
  readonly authorityId: AuthorityId;
  readonly caseId: CaseId;
  readonly inputVersion: number;
  /** How long it waits for more to come before anybody may take it, in milliseconds; left out, not at all. */
  readonly afterMs?: number;
  /** Why it is asked for, as a code. */
  readonly reason?: string;
  /** Of the request or message that brought it about; left out, of the one that is being worked. */
  readonly correlationId?: string;
  /** The same as a W3C traceparent; `null` when it is not traced. */
  readonly traceParent?: string | null;
}

/** A message this worker holds for a while. The token proves it: a worker that woke up late has an old one. */
export interface ClaimedMessage {
  readonly id: OutboxMessageId;
  readonly topic: Topic;
  readonly authorityId: AuthorityId;
  readonly caseId: CaseId;
  readonly inputVersion: number;
  readonly lane: Lane;
  /** Which try this is, counted from 1. */
  readonly attempts: number;
  readonly claimToken: string;
  /** Why the work was asked for; `null` for the first look at a case. */
  readonly reason: string | null;
  readonly correlationId: string;
  /** What asked for the work, as a W3C traceparent; `null` when it was not traced. */
  readonly traceParent: string | null;
  /** Since when it could be worked, in milliseconds of this process's own clock (`performance.now`). */
  readonly readyAt: number;
}

/** The claim lapsed and another worker took the message over: whatever was computed must not be written. */
export class StaleClaimError extends Error {
  override readonly name = 'StaleClaimError';
}
