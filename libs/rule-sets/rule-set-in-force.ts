import { Injectable } from '@nestjs/common';
import type { AuthorityId } from '#domain';
import type { AuthorityProfile } from '#nation-packs';
import { sql, type Tx } from '#platform';
import { type KeptRuleSet, RuleSetContentRepository, shippedRuleSet } from './store/rule-set-content.repository.ts';

/** Which day and area a referral belongs to. */
export interface Place {
  /** Local date of receipt, `YYYY-MM-DD`. */
  readonly onDate: string;
  readonly area: string | null;
}

/** The rule set that triages referrals received on a day in an area. */
@Injectable()
export class RuleSetsInForce {
  constructor(private readonly contents: RuleSetContentRepository) {}

  /**
   * The authority's latest activation that has begun there, whether for the area or for all of the authority; the set
   * that came with the service where there is none. Two areas may thus run two versions (rules.md, semantics 9).
   */
  async find(tx: Tx, profile: AuthorityProfile, place: Place): Promise<KeptRuleSet> {
    const authorityId = profile.authority.id as AuthorityId;
    const [row] = await sql<{ hash: string }>(tx, IN_FORCE, [authorityId, place.area, place.onDate]);
    return row === undefined ? shippedRuleSet(profile.ruleSet) : this.contents.get(tx, row.hash);
  }
}

const IN_FORCE = `SELECT hash FROM rule_set_activation
  WHERE authority_id = $1 AND (area = '*' OR area = $2) AND from_date <= $3::date AND withdrawn_at IS NULL
  ORDER BY from_date DESC, activated_at DESC, id LIMIT 1`;
