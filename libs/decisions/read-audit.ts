import { Injectable } from '@nestjs/common';
import { AccessLog, CaseGate } from '#case-access';
import type { AccessPurpose } from '#access-policy';
import type { Actor, CaseId } from '#domain';
import { ACCESS_ACTIONS, AuditTrail, type RecordedEvent } from '#audit';
import { Database } from '#platform';

/** Who looked is told apart from what happened: see the access events. */
const LOOKS: readonly string[] = ACCESS_ACTIONS;

/** Everything that happened to a case: who, when, why, on which rule set. */
@Injectable()
export class ReadAudit {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly audit: AuditTrail,
    private readonly log: AccessLog,
  ) {}

  execute(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null = null): Promise<RecordedEvent[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'audit.read');
      await this.log.viewed(tx, actor, found, { event: 'case.trail_viewed', by: 'audit.read', purpose });
      const events = await this.audit.ofCase(tx, found);
      return events.filter(({ action }) => !LOOKS.includes(action));
    });
  }
}
