import { Injectable } from '@nestjs/common';
import { CaseClocks } from '#clocks';
import { ReferralRepository } from '#intake';
import { RuleSetContentRepository } from '#rule-sets';
import { TriageRunRepository } from '#triage';
import { DecisionRepository } from './decision.repository.ts';

/** What a case is made of, beside the case itself. */
@Injectable()
export class CaseRecords {
  constructor(
    readonly referrals: ReferralRepository,
    readonly clocks: CaseClocks,
    readonly runs: TriageRunRepository,
    readonly ruleSets: RuleSetContentRepository,
    readonly decisions: DecisionRepository,
  ) {}
}
