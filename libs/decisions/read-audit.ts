import { Injectable } from '@nestjs/common';
import type { Actor, CaseId } from '#domain';
import { AuditTrail, type RecordedEvent } from '#audit';
import { Database } from '#platform';
import { CaseGate } from './case-gate.ts';

/** Everything that happened to a case: who, when, why, on which rule set. */
@Injectable()
export class ReadAudit {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly audit: AuditTrail,
  ) {}

  execute(actor: Actor, caseId: CaseId): Promise<RecordedEvent[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'audit.read');
      return this.audit.ofCase(tx, found);
    });
  }
}
