import { Injectable } from '@nestjs/common';
import type { AuthorityId, CaseId } from '#domain';
import { findFamilies, openFamilyOf, RetriageRequests } from '#history';
import { CaseRepository } from '#intake';
import type { ClaimedMessage } from '#outbox';
import type { Tx } from '#platform';

/** How many open cases one contact has looked at again, the newest first: an address may be shared by hundreds. */
const MOST = 50;

/**
 * Has the open cases of families looked at again, because contacts about one of them came in: what adds up must be seen
 * from each of them. A transaction of its own that holds them in one order, so that two contacts never wait for each
 * other.
 */
@Injectable()
export class AskFamily {
  constructor(
    private readonly cases: CaseRepository,
    private readonly requests: RetriageRequests,
  ) {}

  async execute(tx: Tx, authorityId: AuthorityId, messages: readonly ClaimedMessage[]): Promise<void> {
    const correlations = new Map(messages.map(({ caseId, correlationId }) => [caseId, correlationId]));
    const cases = await this.cases.ofIds(tx, authorityId, [...correlations.keys()]);
    const families = await findFamilies(tx, authorityId, cases);
    const wanted = new Map<CaseId, string | undefined>();
    for (const found of cases) {
      const open = openFamilyOf(found, families.get(found.id) ?? []).slice(0, MOST);
      for (const id of open) wanted.set(id, correlations.get(found.id));
    }
    const asked = [...wanted].map(([id, correlationId]) => ({ id, authorityId, correlationId }));
    await this.requests.askEach(tx, authorityId, asked, 'related_case');
  }
}
