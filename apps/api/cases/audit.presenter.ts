import type { RecordedEvent } from '#audit';
import type { AuditResponse } from './case.response.ts';

export function presentAudit(events: readonly RecordedEvent[]): AuditResponse {
  return {
    events: events.map((event) => ({
      id: event.id,
      sequence: event.sequence,
      occurredAt: event.occurredAt.toISOString(),
      action: event.action,
      actor: { id: event.actorId, name: event.actorName, kind: event.actorKind, role: event.actorRole },
      fromState: event.fromState,
      toState: event.toState,
      reason: event.reason,
      ruleSetVersion: event.ruleSetVersion,
      ruleSetHash: event.ruleSetHash,
      correlationId: event.correlationId,
      details: event.details,
    })),
  };
}
