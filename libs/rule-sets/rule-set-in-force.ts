import { Injectable } from '@nestjs/common';
import { asId } from '#domain';
import type { AuthorityProfile } from '#nation-packs';
import type { Tx } from '#platform';
import type { InForceActivation } from './rule-set-version.ts';
import { type KeptRuleSet, RuleSetContentRepository, shippedRuleSet } from './store/rule-set-content.repository.ts';
import { RuleSetRepository } from './store/rule-set.repository.ts';

/** Which day and area a referral belongs to. */
export interface Place {
  /** Local date of receipt, `YYYY-MM-DD`. */
  readonly onDate: string;
  readonly area: string | null;
}

/** A rule set with the activation that put it in force; null for the set that came with the service. */
export interface RuleSetThere extends KeptRuleSet {
  readonly activation: InForceActivation | null;
}

/** The rule set that triages referrals received on a day in an area. */
@Injectable()
export class RuleSetsInForce {
  constructor(
    private readonly versions: RuleSetRepository,
    private readonly contents: RuleSetContentRepository,
  ) {}

  /**
   * The authority's latest activation that has begun there, whether for the area or for all of the authority; the set
   * that came with the service where there is none. Two areas may thus run two versions (rules.md, semantics 9).
   */
  async find(tx: Tx, profile: AuthorityProfile, { onDate, area }: Place): Promise<RuleSetThere> {
    const there = area ?? '*';
    return (await this.everywhere(tx, profile, [there], onDate)).get(there) ?? missing();
  }

  /** The same for many areas at once, in their order; `*` stands for an unknown area. */
  async everywhere(
    tx: Tx,
    profile: AuthorityProfile,
    areas: readonly string[],
    onDate: string,
  ): Promise<ReadonlyMap<string, RuleSetThere>> {
    const activations = await this.versions.inForce(tx, asId(profile.authority.id), areas, onDate);
    const found = new Map<string, RuleSetThere>();
    for (const area of areas) {
      const activation = activations.get(area) ?? null;
      const kept = activation === null ? shippedRuleSet(profile.ruleSet) : await this.contents.get(tx, activation.hash);
      found.set(area, { ...kept, activation });
    }
    return found;
  }
}

function missing(): never {
  throw new Error('Every area asked for has an answer.');
}
