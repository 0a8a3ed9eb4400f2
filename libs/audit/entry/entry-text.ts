import { canonicalJson } from '#platform';
import type { StoredEvent } from './stored-event.ts';

/** Form of the entry. Another form gets another number: an entry is never hashed in a way it was not written in. */
const VERSION = 1;

/** What stands before the first event of a chain. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

/**
 * The entry of the log: canonical JSON (RFC 8785) of everything about an event that names nobody and quotes nobody. Who
 * acted, why, and the record it is about stand in it as salted commitments.
 */
export function entryText(event: Omit<StoredEvent, 'leafHash'>): string {
  return canonicalJson({
    version: VERSION,
    id: event.id,
    authority: event.authorityId,
    chain: chainOf(event),
    referral: event.referralId,
    case: event.caseId,
    occurredAt: event.occurredAt.toISOString(),
    actor: { kind: event.actorKind, role: event.actorRole, commitment: event.actorCommitment.toString('base64url') },
    action: event.action,
    fromState: event.fromState,
    toState: event.toState,
    ruleSet: { version: event.ruleSetVersion, hash: event.ruleSetHash },
    correlationId: event.correlationId,
    details: event.details,
    reason: textOf(event.reasonCommitment),
    record: textOf(event.recordCommitment),
  });
}

function chainOf({ chainId, chainSequence, previousHash }: Omit<StoredEvent, 'leafHash'>) {
  return chainId === null ? null : { id: chainId, sequence: chainSequence, previous: textOf(previousHash) };
}

function textOf(bytes: Buffer | null): string | null {
  return bytes?.toString('base64url') ?? null;
}
