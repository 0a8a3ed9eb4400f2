import { Injectable } from '@nestjs/common';
import { mayDo } from '#access-policy';
import { type Actor, type Case, DomainError } from '#domain';
import { Database } from '#platform';
import { CaseRepository } from './store/case.repository.ts';
import { ReferralRepository, type StoredReferral } from './store/referral.repository.ts';

export interface ReferralWithCases {
  readonly referral: StoredReferral;
  readonly cases: readonly Case[];
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
    return this.database.inTransaction(actor, async (tx) => {
      const referral = await this.referrals.findByReference(tx, actor.authorityId, reference);
      if (referral === null || mayDo(actor, 'referral.read', referral) !== 'allowed') {
        throw new DomainError('not_found', 'There is no referral with this reference for you.');
      }
      return { referral, cases: await this.cases.ofReferral(tx, referral.id) };
    });
  }
}
