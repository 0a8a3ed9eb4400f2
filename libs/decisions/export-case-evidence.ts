import { Injectable } from '@nestjs/common';
import { CaseGate } from '#case-access';
import { EvidencePacks } from '#audit';
import type { Actor, CaseId } from '#domain';
import { Database } from '#platform';

/**
 * The evidence pack of a case: everything recorded about it with proofs that need neither us nor our database.
 * @throws DomainError `not_found` or `not_allowed`, also while nothing of the case is sealed.
 */
@Injectable()
export class ExportCaseEvidence {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly packs: EvidencePacks,
  ) {}

  execute(actor: Actor, caseId: CaseId): Promise<string[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'evidence.export');
      return this.packs.ofCase(tx, actor, found);
    });
  }
}
