import { Injectable } from '@nestjs/common';
import { mayDo } from '#access-policy';
import { type Actor, type Case, type DecidedPathway, DomainError } from '#domain';
import { Database, sql, type Tx } from '#platform';
import { CaseRepository } from './store/case.repository.ts';
import { ReferralRepository, type StoredReferral } from './store/referral.repository.ts';

export interface ReferralWithCases {
  readonly referral: StoredReferral;
  readonly cases: readonly Case[];
  /** The pathway of each case's current decision, by case id. */
  readonly pathways: ReadonlyMap<string, DecidedPathway>;
}

/**
 * A referral as its sender or the front door may see it.
 * @throws DomainError `not_found`, also for a referral that exists but is not the reader's to see.
 */
@Injectable()
export class ReadReferral {
  constructor(
    private readonly database: Database,
    private readonly referrals: ReferralRepository,
    private readonly cases: CaseRepository,
  ) {}

  execute(actor: Actor, reference: string): Promise<ReferralWithCases> {
    return this.database.inTransaction(async (tx) => {
      const referral = await this.referrals.findByReference(tx, actor.authorityId, reference);
      if (referral === null || mayDo(actor, 'referral.read', referral) !== 'allowed') {
        throw new DomainError('not_found', 'There is no referral with this reference for you.');
      }
      const cases = await this.cases.ofReferral(tx, referral.id);
      return { referral, cases, pathways: await findPathways(tx, referral.id) };
    });
  }
}

async function findPathways(tx: Tx, referralId: string): Promise<Map<string, DecidedPathway>> {
  const rows = await sql<{ id: string; pathway: DecidedPathway }>(
    tx,
    `SELECT c.id, d.pathway FROM case_record c JOIN decision d ON d.id = c.current_decision_id WHERE c.referral_id = $1`,
    [referralId],
  );
  return new Map(rows.map((row) => [row.id, row.pathway]));
}
