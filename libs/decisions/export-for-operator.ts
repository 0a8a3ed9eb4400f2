import { Injectable } from '@nestjs/common';
import { EvidencePacks } from '#audit';
import { type Actor, type AuthorityId, DomainError } from '#domain';
import { CaseRepository } from '#intake';
import { Database } from '#platform';
import { visibleReferrals } from './visible-referrals.query.ts';

export interface OperatorExport {
  readonly authorityId: AuthorityId;
  /** Reference of a case; `null` for a stretch of the log. */
  readonly caseReference: string | null;
  readonly month: string | null;
  readonly since: number | null;
}

/**
 * As the exports of the API, for whoever keeps the service. Restricted cases do not show to them: they have no name that a
 * restriction could be lifted for.
 * @throws DomainError `not_found`.
 */
@Injectable()
export class ExportForOperator {
  constructor(
    private readonly database: Database,
    private readonly packs: EvidencePacks,
    private readonly cases: CaseRepository,
  ) {}

  async execute(asked: OperatorExport): Promise<Iterable<string> | AsyncIterable<string>> {
    const { authorityId, caseReference, month, since } = asked;
    const actor = operatorOf(authorityId);
    if (caseReference === null) return this.packs.ofLog({ actor, month, since }, visibleReferrals);
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.cases.findByReference(tx, authorityId, caseReference);
      if (found === null) throw new DomainError('not_found', 'There is no case with this reference for an operator.');
      return this.packs.ofCase(tx, actor, found);
    });
  }
}

function operatorOf(authorityId: AuthorityId): Actor {
  const nowhere = { agencyId: null, teams: [], homePostcode: null, registration: null };
  return { id: 'operator', kind: 'service', name: 'Operator', roles: [], authorityId, ...nowhere };
}
