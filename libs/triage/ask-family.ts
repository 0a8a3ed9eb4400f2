import { Injectable } from '@nestjs/common';
import { findFamilyCases, openFamilyOf, RetriageRequests } from '#history';
import { CaseRepository } from '#intake';
import type { ClaimedMessage } from '#outbox';
import type { Tx } from '#platform';

/** How many open cases one contact has looked at again, the newest first: an address may be shared by hundreds. */
const MOST = 50;

/**
 * Has the open cases of a family looked at again, because a contact about one of them came in: what adds up must be seen
 * from each of them. A transaction of its own that holds them in one order, so that two contacts never wait for each
 * other.
 */
@Injectable()
export class AskFamily {
  constructor(
    private readonly cases: CaseRepository,
    private readonly requests: RetriageRequests,
  ) {}

  async execute(tx: Tx, { authorityId, caseId }: ClaimedMessage): Promise<void> {
    const found = await this.cases.find(tx, authorityId, caseId);
    if (found === null) return;
    const open = openFamilyOf(found, await findFamilyCases(tx, found)).slice(0, MOST);
    for (const id of [...open].sort()) await this.requests.ask(tx, { id, authorityId }, 'related_case');
  }
}
