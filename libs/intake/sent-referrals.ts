import { Inject, Injectable } from '@nestjs/common';
import { type AccessPurpose, mayDo, relationFor } from '#access-policy';
import { type AuditEntry, AuditTrail } from '#audit';
import { type Actor, type Case, type Clock, DomainError } from '#domain';
import { CLOCK, type Tx } from '#platform';
import { isWithheldFrom } from './sharing.ts';
import { CaseRepository } from './store/case.repository.ts';
import { ReferralRepository, type StoredReferral } from './store/referral.repository.ts';

/** Somebody's wish to see a referral, and what for if they say so. */
export interface ReferralQuestion {
  readonly actor: Actor;
  readonly reference: string;
  readonly purpose: AccessPurpose | null;
}

export interface OpenedReferral {
  readonly referral: StoredReferral;
  readonly cases: readonly Case[];
}

/** The way to a referral for its sender and for the front door; every look is recorded with it. */
@Injectable()
export class SentReferrals {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly cases: CaseRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found`, also for a referral that exists but is not the reader's to see. */
  async open(tx: Tx, { actor, reference, purpose }: ReferralQuestion): Promise<OpenedReferral> {
    const referral = await this.referrals.findByReference(tx, actor.authorityId, reference);
    const cases = referral === null ? [] : await this.cases.ofReferral(tx, referral.id);
    // A referral always has a case: one whose cases do not show is restricted.
    if (referral === null || cases.length === 0 || mayDo(actor, 'referral.read', referral) !== 'allowed') {
      throw new DomainError('not_found', 'There is no referral with this reference for you.');
    }
    const details = { relation: relationFor(actor, 'referral.read', referral), purpose };
    await this.record(tx, [{ action: 'referral.viewed', actor, referralId: referral.id, details }]);
    return { referral, cases };
  }

  async record(tx: Tx, entries: readonly Omit<AuditEntry, 'occurredAt'>[]): Promise<void> {
    if (entries.length === 0) return;
    const occurredAt = this.clock.now();
    await this.audit.append(
      tx,
      entries.map((entry) => ({ ...entry, occurredAt })),
    );
  }

  isWithheld(actor: Actor, purpose: 'outcome' | 'explanation'): boolean {
    return isWithheldFrom(actor, purpose, this.clock.now());
  }
}
