import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import type { Actor, CaseId } from '#domain';
import { CaseRepository } from '#intake';
import { Database } from '#platform';
import { AccessLog } from './access-log.ts';
import { requireAllowed } from './require-allowed.ts';

/** Notes that somebody printed a case; the page that is printed says so. */
@Injectable()
export class RecordPrint {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly log: AccessLog,
  ) {}

  /** @throws DomainError `not_found` or `not_allowed`. */
  execute(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null): Promise<void> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = requireAllowed(await this.cases.find(tx, actor.authorityId, caseId), actor, 'case.read');
      await this.log.viewed(tx, actor, found, { event: 'case.printed', by: 'case.read', purpose });
    });
  }
}
