import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type CaseRequest, CaseStore, requireAllowed } from '#case-access';
import { DomainError } from '#domain';
import { CaseRepository } from '#intake';
import { Database } from '#platform';
import { type Analysis, ChronologyAnalysisRepository } from './store/chronology-analysis.repository.ts';

export interface NewAnalysis extends CaseRequest {
  /** Of the analysis that was read, 0 where there was none. */
  readonly version: number;
  readonly note: string;
}

/**
 * Writes what somebody makes of a chronology, as the next version; those before it stay.
 * @throws DomainError `not_found`, `not_allowed`, or `record_changed` where somebody else has written meanwhile.
 */
@Injectable()
export class WriteAnalysis {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly store: CaseStore,
    private readonly analyses: ChronologyAnalysisRepository,
    private readonly audit: AuditTrail,
  ) {}

  execute({ actor, caseId, version, note }: NewAnalysis): Promise<Analysis> {
    return this.database.inTransaction(actor, async (tx) => {
      const held = await this.cases.findForUpdate(tx, actor.authorityId, caseId);
      const found = requireAllowed(held, actor, 'chronology.write');
      if ((await this.analyses.version(tx, found)) !== version) {
        throw new DomainError('record_changed', 'Somebody wrote an analysis after you read it.');
      }
      const analysis: Analysis = {
        ...{ id: randomUUID(), version: version + 1, note, writtenAt: this.store.now() },
        ...{ writtenBy: actor.id, writtenByName: actor.name, writtenByRole: actor.roles[0] ?? actor.kind },
      };
      await this.analyses.insert(tx, found, analysis);
      const { referralId } = found;
      const event = { action: 'chronology.analysis_written', actor, occurredAt: analysis.writtenAt } as const;
      const details = { version: analysis.version };
      await this.audit.append(tx, [{ ...event, caseId, referralId, details, record: analysis }]);
      return analysis;
    });
  }
}
