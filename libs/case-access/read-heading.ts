import { Injectable } from '@nestjs/common';
import type { Actor, Case, CaseId } from '#domain';
import { CaseRepository } from '#intake';
import { Database, sql, type Tx } from '#platform';
import { AccessLog } from './access-log.ts';
import { requireAllowed } from './require-allowed.ts';

/** The case that a page is about, and the reference of the referral that it came with. */
export interface Heading {
  readonly found: Case;
  readonly referralReference: string;
}

/** What stands at the top of every page below a case. */
@Injectable()
export class ReadHeading {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly log: AccessLog,
  ) {}

  /**
   * For a page that shows nothing else of the record: the look is recorded.
   * @throws DomainError `not_found` or `not_allowed`.
   */
  execute(actor: Actor, caseId: CaseId): Promise<Heading> {
    return this.database.inTransaction(actor, async (tx) => {
      const heading = await this.read(tx, actor, caseId);
      const look = { event: 'case.viewed', by: 'case.read', purpose: null, details: { part: 'heading' } } as const;
      await this.log.viewed(tx, actor, heading.found, look);
      return heading;
    });
  }

  /**
   * Beside another use case that records the look at this case itself.
   * @throws DomainError `not_found` or `not_allowed`.
   */
  beside(actor: Actor, caseId: CaseId): Promise<Heading> {
    return this.database.inTransaction(actor, (tx) => this.read(tx, actor, caseId));
  }

  private async read(tx: Tx, actor: Actor, caseId: CaseId): Promise<Heading> {
    const found = requireAllowed(await this.cases.find(tx, actor.authorityId, caseId), actor, 'case.read');
    const [referral] = await sql<{ reference: string }>(tx, REFERENCE, [found.referralId]);
    return { found, referralReference: referral?.reference ?? '' };
  }
}

const REFERENCE = 'SELECT reference FROM referral WHERE id = $1';
