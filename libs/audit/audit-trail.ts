import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AuthorityId, CaseId } from '#domain';
import { correlationId, type Tx } from '#platform';
import { AuditEventRow } from './audit-event.entity.ts';
import type { AuditAction, AuditEntry, RecordedEvent } from './audit-event.ts';

/** Writes and reads the trail. An entry is written in the transaction of the change it records, or neither is. */
@Injectable()
export class AuditTrail {
  async append(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
    await tx.getRepository(AuditEventRow).insert(entries.map(rowOf));
  }

  /** Everything recorded about one case, oldest first. */
  async ofCase(tx: Tx, authorityId: AuthorityId, caseId: CaseId): Promise<RecordedEvent[]> {
    const rows = await tx
      .getRepository(AuditEventRow)
      .find({ where: { authorityId, caseId }, order: { sequence: 'ASC' } });
    return rows.map(({ sequence, action, details, ...row }) => ({
      ...row,
      sequence: Number(sequence),
      action: action as AuditAction,
      details: details as RecordedEvent['details'],
    }));
  }
}

function rowOf(entry: AuditEntry): Omit<AuditEventRow, 'sequence'> {
  const { actor } = entry;
  return {
    id: randomUUID(),
    authorityId: actor.authorityId,
    referralId: entry.referralId ?? null,
    caseId: entry.caseId ?? null,
    occurredAt: entry.occurredAt,
    actorId: actor.id,
    actorName: actor.name,
    actorKind: actor.kind,
    actorRole: actor.roles.length === 0 ? null : actor.roles.join(','),
    action: entry.action,
    fromState: entry.fromState ?? null,
    toState: entry.toState ?? null,
    reason: entry.reason ?? null,
    ruleSetVersion: entry.ruleSet?.version ?? null,
    ruleSetHash: entry.ruleSet?.hash ?? null,
    correlationId: correlationId(),
    details: entry.details ?? {},
  };
}
