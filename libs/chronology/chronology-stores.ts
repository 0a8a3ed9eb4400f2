import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { DecisionRepository } from '#decisions';
import { CaseRepository, ReferralRepository } from '#intake';
import { ChronologyEventRepository } from './store/chronology-event.repository.ts';

/** What a chronology is gathered from, beside what its sources ask in statements of their own. */
@Injectable()
export class ChronologyStores {
  constructor(
    readonly cases: CaseRepository,
    readonly referrals: ReferralRepository,
    readonly decisions: DecisionRepository,
    readonly events: ChronologyEventRepository,
    readonly audit: AuditTrail,
  ) {}
}
