import { Injectable } from '@nestjs/common';
import { CaseClocks } from '#clocks';
import { CaseRepository, ReferralRepository } from '#intake';
import { CaseFactsStore } from '#rule-sets';
import { TriageRunRepository } from './triage-run.repository.ts';

/** Repositories that a triage writes through, together. */
@Injectable()
export class TriageStore {
  constructor(
    readonly cases: CaseRepository,
    readonly clocks: CaseClocks,
    readonly referrals: ReferralRepository,
    readonly runs: TriageRunRepository,
    readonly history: CaseFactsStore,
  ) {}
}
