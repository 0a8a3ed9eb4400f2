import { Injectable } from '@nestjs/common';
import { type Action, mayDo } from '#access-policy';
import { type Actor, DomainError } from '#domain';
import { CaseRepository, ReferralRepository, type StoredReferral } from '#intake';
import { retentionScheduleOf } from '#nation-packs';
import type { Tx } from '#platform';
import { flagsOf } from '../schedule/retention-flags.ts';
import { LegalHoldRepository } from './legal-hold.repository.ts';
import type { LegalHolds } from './legal-hold.ts';

/** The way to a referral for whoever looks after its legal holds. */
@Injectable()
export class HeldReferral {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly cases: CaseRepository,
    readonly holds: LegalHoldRepository,
  ) {}

  /** @throws DomainError `not_found`, also for a referral that is hidden from the person. */
  async find(tx: Tx, actor: Actor, reference: string, action: Action): Promise<StoredReferral> {
    const referral = await this.referrals.findByReference(tx, actor.authorityId, reference);
    const isSeen =
      referral !== null &&
      mayDo(actor, action, referral) === 'allowed' &&
      (await this.cases.ofReferral(tx, referral.id)).length > 0;
    if (isSeen) return referral;
    throw new DomainError('not_found', 'There is no referral with this reference for you.');
  }

  async standing(tx: Tx, { id, authorityId, reference, document }: StoredReferral): Promise<LegalHolds> {
    const holds = await this.holds.ofReferral(tx, { authorityId, referralId: id });
    const schedule = retentionScheduleOf(authorityId);
    const flags = flagsOf(schedule, document);
    return {
      reference,
      isHeld: holds.some((hold) => hold.lifted === null),
      suggestedBy: schedule.suggestHold.filter((flag) => flags.includes(flag)),
      holds,
    };
  }
}
