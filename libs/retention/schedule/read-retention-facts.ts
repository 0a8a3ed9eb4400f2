import { Injectable } from '@nestjs/common';
import { localDateOf } from '#deadlines';
import { type Case, type ReferralId, SETTLED_STATES } from '#domain';
import { CaseRepository, ReferralRepository } from '#intake';
import type { RetentionFlag, RetentionSchedule } from '#nation-packs';
import type { Tx } from '#platform';
import type { RetentionCase, RetentionFacts } from './retention-facts.ts';
import { type DecidedCase, findDecidedCases, findLinkedReferrals } from './retention-facts.query.ts';
import { flagsOf } from './retention-flags.ts';

/** Gathers what the schedule has to know of one referral. */
@Injectable()
export class ReadRetentionFacts {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly cases: CaseRepository,
  ) {}

  async execute(
    tx: Tx,
    schedule: RetentionSchedule,
    { authorityId, referralId }: { readonly authorityId: string; readonly referralId: ReferralId },
  ): Promise<RetentionFacts> {
    const { receivedAt, document } = await this.referrals.get(tx, referralId);
    const cases = await this.cases.ofReferral(tx, referralId);
    const decided = await findDecidedCases(tx, referralId);
    const linked = await findLinkedReferrals(tx, authorityId, referralId);
    const flags = flagsOf(schedule, document);
    return {
      receivedOn: dayOf(receivedAt),
      cases: cases.map((found) => caseFacts(found, decided.find(({ caseId }) => caseId === found.id) ?? null, flags)),
      linked: linked.map((each) => ({ receivedOn: dayOf(each.receivedAt), isOpen: each.isOpen })),
    };
  }
}

function caseFacts(found: Case, decided: DecidedCase | null, flags: readonly RetentionFlag[]): RetentionCase {
  return {
    isOpen: !SETTLED_STATES.includes(found.state),
    outcome: found.decidedPathway,
    decidedOn: decided === null ? null : dayOf(decided.decidedAt),
    dateOfBirth: found.childDateOfBirth,
    flags: decided?.wasProtection === true ? [...flags, 'child_protection'] : flags,
  };
}

function dayOf(at: Date): string {
  return localDateOf(at.getTime());
}
