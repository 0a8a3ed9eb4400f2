import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import type { Actor } from '#domain';
import { Database } from '#platform';
import { type SentCase, sentCase } from './sent-case.ts';
import { SentReferrals } from './sent-referrals.ts';
import type { StoredReferral } from './store/referral.repository.ts';

export interface ReferralWithCases {
  readonly referral: StoredReferral;
  readonly cases: readonly SentCase[];
  /** Why the sender is not told how the cases stand: its agency has no data-sharing agreement in force. */
  readonly withheld: 'sharing_agreement_expired' | null;
}

/**
 * A referral as its sender or the front door may see it. The receipt is the sender's in any case.
 * @throws DomainError `not_found`, also for a referral that exists but is not the reader's to see.
 */
@Injectable()
export class ReadReferral {
  constructor(
    private readonly database: Database,
    private readonly sent: SentReferrals,
  ) {}

  execute(actor: Actor, reference: string, purpose: AccessPurpose | null = null): Promise<ReferralWithCases> {
    const isWithheld = this.sent.isWithheld(actor, 'outcome');
    return this.database.inTransaction(actor, async (tx) => {
      const { referral, cases } = await this.sent.open(tx, { actor, reference, purpose });
      return {
        referral,
        cases: cases.map((found) => sentCase(found, isWithheld)),
        withheld: isWithheld ? 'sharing_agreement_expired' : null,
      };
    });
  }
}
