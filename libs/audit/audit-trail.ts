import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor, Case } from '#domain';
import { correlationId, type Tx } from '#platform';
import { AuditEventRow } from './audit-event.entity.ts';
import type { AuditAction, AuditEntry, RecordedEvent } from './audit-event.ts';

/** Writes and reads the trail. An entry is written in the transaction of the change it records, or neither is. */
@Injectable()
export class AuditTrail {
  async append(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
    await tx.getRepository(AuditEventRow).insert(entries.map(rowOf));
  }

  /** Everything recorded about one case and about the referral it came with, oldest first. */
  async ofCase(tx: Tx, { authorityId, id: caseId, referralId }: Case): Promise<RecordedEvent[]> {
    const where = [
      { authorityId, caseId },
      { authorityId, referralId, caseId: IsNull() },
    ];
    const rows = await tx.getRepository(AuditEventRow).find({ where, order: { sequence: 'ASC' } });
    return rows.map(({ sequence, action, details, ...row }) => ({
      ...row,
      sequence: Number(sequence),
      action: action as AuditAction,
      details: details as RecordedEvent['details'],
    }));
  }
}

function actorColumns({ id, name, kind, roles }: Actor) {
  return { actorId: id, actorName: name, actorKind: kind, actorRole: roles.length === 0 ? null : roles.join(',') };
}

function ruleSetColumns({ ruleSet }: AuditEntry) {
  if (ruleSet === undefined) return { ruleSetVersion: null, ruleSetHash: null };
  return { ruleSetVersion: ruleSet.version, ruleSetHash: ruleSet.hash };
}

function rowOf(entry: AuditEntry): Omit<AuditEventRow, 'sequence'> {
  const { actor } = entry;
  const { referralId = null, caseId = null, fromState = null, toState = null, reason = null, details = {} } = entry;
  return {
    id: randomUUID(),
    authorityId: actor.authorityId,
    referralId,
    caseId,
    occurredAt: entry.occurredAt,
    ...actorColumns(actor),
    action: entry.action,
    fromState,
    toState,
    reason,
    ...ruleSetColumns(entry),
    correlationId: correlationId(),
    details,
  };
}
