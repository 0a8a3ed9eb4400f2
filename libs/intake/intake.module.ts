import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { Outbox } from '#outbox';
import { ListReferrals } from './list-referrals.ts';
import { ReadReferral } from './read-referral.ts';
import { RegisterAgencies } from './register-agencies.ts';
import { ArrivalRepository } from './store/arrival.repository.ts';
import { CaseRepository } from './store/case.repository.ts';
import { ClockRepository } from './store/clock.repository.ts';
import { ReferralRepository } from './store/referral.repository.ts';
import { SubmitReferral } from './submit-referral.ts';

const REPOSITORIES = [ReferralRepository, CaseRepository, ClockRepository];

@Module({
  providers: [
    AuditTrail,
    Outbox,
    ...REPOSITORIES,
    ArrivalRepository,
    SubmitReferral,
    ReadReferral,
    ListReferrals,
    RegisterAgencies,
  ],
  exports: [AuditTrail, Outbox, ...REPOSITORIES, SubmitReferral, ReadReferral, ListReferrals, RegisterAgencies],
})
export class IntakeModule {}
