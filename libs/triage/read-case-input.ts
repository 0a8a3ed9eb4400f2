import { Injectable } from '@nestjs/common';
import type { Case } from '#domain';
import { localDateOf } from '#deadlines';
import { profileOf } from '#nation-packs';
import { findFamilyCases, historyAmong, LearnedInformation } from '#history';
import { FindCandidates } from '#people';
import { RuleSetsInForce } from '#rule-sets';
import type { Tx } from '#platform';
import type { CaseInput } from './evaluate-case.ts';
import { TriageStore } from './store/triage.store.ts';

/** Matches the people of a case's referral with those of others, then reads everything that its proposal is made from. */
@Injectable()
export class ReadCaseInput {
  constructor(
    private readonly store: TriageStore,
    private readonly ruleSets: RuleSetsInForce,
    private readonly candidates: FindCandidates,
    private readonly information: LearnedInformation,
  ) {}

  async execute(tx: Tx, found: Case): Promise<CaseInput> {
    const profile = profileOf(found.authorityId);
    const referral = await this.store.referrals.get(tx, found.referralId);
    await this.candidates.execute(tx, found);
    const family = await findFamilyCases(tx, found);
    const learned = await this.information.factsOf(tx, found.id);
    const onDate = localDateOf(found.receivedAt.getTime());
    const inForce = await this.ruleSets.find(tx, profile, { onDate, area: found.area });
    return { found, referral, family, history: historyAmong(found, family), learned, profile, inForce };
  }
}
