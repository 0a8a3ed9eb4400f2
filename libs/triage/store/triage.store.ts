import { Injectable } from '@nestjs/common';
import { CaseRepository, ClockRepository, ReferralRepository } from '#intake';
import { CaseFactsStore } from '#rule-sets';
import { TriageRunRepository } from './triage-run.repository.ts';

/** Repositories that a triage writes through, together. */
@Injectable()
export class TriageStore {
  constructor(
    readonly cases: CaseRepository,
    readonly clocks: ClockRepository,
    readonly referrals: ReferralRepository,
    readonly runs: TriageRunRepository,
    readonly history: CaseFactsStore,
  ) {}
}
