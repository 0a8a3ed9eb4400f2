import { Injectable } from '@nestjs/common';
import type { AuthorityId, Case, ReferralId } from '#domain';
import { localDateOf } from '#deadlines';
import { profileOf } from '#nation-packs';
import { type FamilyCase, findFamilies, LearnedInformation } from '#history';
import type { StoredReferral } from '#intake';
import { FindCandidates } from '#people';
import { type KeptRuleSet, RuleSetsInForce } from '#rule-sets';
import type { Tx } from '#platform';
import type { CaseInput } from './evaluate-case.ts';
import { TriageStore } from './store/triage.store.ts';

/** Stands for an area that is not known. */
const ANYWHERE = '*';

/** Matches the people of cases' referrals with those of others, then reads everything that proposals are made from. */
@Injectable()
export class ReadCaseInput {
  constructor(
    private readonly store: TriageStore,
    private readonly ruleSets: RuleSetsInForce,
    private readonly candidates: FindCandidates,
    private readonly information: LearnedInformation,
  ) {}

  /**
   * For many cases of one authority, in their order.
   * @throws DomainError `record_disposed` or `not_found` when a referral cannot be read.
   */
  async execute(tx: Tx, authorityId: AuthorityId, cases: readonly Case[]): Promise<CaseInput[]> {
    const profile = profileOf(authorityId);
    const referralIds = [...new Set(cases.map(({ referralId }) => referralId))];
    const caseIds = cases.map(({ id }) => id);
    const [referrals, families, learned, inForce] = await Promise.all([
      this.referralsOf(tx, authorityId, referralIds),
      this.familiesOf(tx, authorityId, cases, referralIds),
      this.information.factsOf(tx, caseIds),
      this.ruleSetsOf(tx, authorityId, cases),
    ]);
    return cases.map((found) => ({
      found,
      referral: referrals.get(found.referralId) ?? missing(),
      family: families.get(found.id) ?? [],
      learned: learned.get(found.id) ?? [],
      profile,
      inForce: inForce.get(placeOf(found)) ?? missing(),
    }));
  }

  private async familiesOf(
    tx: Tx,
    authorityId: AuthorityId,
    cases: readonly Case[],
    referralIds: readonly ReferralId[],
  ): Promise<ReadonlyMap<string, readonly FamilyCase[]>> {
    await this.candidates.execute(tx, authorityId, referralIds);
    return findFamilies(tx, authorityId, cases);
  }

  private async referralsOf(
    tx: Tx,
    authorityId: AuthorityId,
    ids: readonly ReferralId[],
  ): Promise<ReadonlyMap<ReferralId, StoredReferral>> {
    const found = await this.store.referrals.ofIds(tx, authorityId, ids);
    const referrals = new Map(found.map((referral) => [referral.id, referral]));
    // Asked for by itself, one that was left out says why.
    for (const id of ids) if (!referrals.has(id)) referrals.set(id, await this.store.referrals.get(tx, id));
    return referrals;
  }

  private async ruleSetsOf(
    tx: Tx,
    authorityId: AuthorityId,
    cases: readonly Case[],
  ): Promise<ReadonlyMap<string, KeptRuleSet>> {
    const profile = profileOf(authorityId);
    const found = new Map<string, KeptRuleSet>();
    for (const day of new Set(cases.map(dayOf))) {
      const areas = cases.filter((each) => dayOf(each) === day).map(({ area }) => area ?? ANYWHERE);
      const there = await this.ruleSets.everywhere(tx, profile, [...new Set(areas)], day);
      for (const [area, ruleSet] of there) found.set(`${day} ${area}`, ruleSet);
    }
    return found;
  }
}

function dayOf({ receivedAt }: Case): string {
  return localDateOf(receivedAt.getTime());
}

function placeOf(found: Case): string {
  return `${dayOf(found)} ${found.area ?? ANYWHERE}`;
}

function missing(): never {
  throw new Error('What a case is proposed from could not be read.');
}
