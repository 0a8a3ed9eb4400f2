import { Injectable } from '@nestjs/common';
import type { Actor, Facts, Language } from '#domain';
import { isChangeable } from '#facts';
import { profileOf } from '#nation-packs';
import { type Proposal, proposePathway } from '#pathways';
import { Database, type Tx } from '#platform';
import { type Counterfactual, counterfactuals, evaluate, explain, type Explanation } from '#rules';
import { type Place, RuleSetsInForce } from './rule-set-in-force.ts';
import { RuleSetStore } from './rule-set-store.ts';
import type { RuleSetVersionId } from './rule-set-version.ts';
import type { KeptRuleSet } from './store/rule-set-content.repository.ts';

export interface TrialRequest {
  readonly actor: Actor;
  /** Null: the rule set in force in the area on the day. */
  readonly id: RuleSetVersionId | null;
  readonly facts: Facts;
  readonly onDate: string | null;
  readonly area: string | null;
  readonly language: Language;
}

export interface Trial {
  readonly hash: string;
  readonly onDate: string;
  readonly proposal: Proposal;
  readonly explanation: Explanation;
  readonly counterfactuals: readonly Counterfactual[];
}

/**
 * Tries a made-up case on a rule set: what it would propose, why, and what would change it. Nothing is stored.
 * @throws DomainError `not_found`.
 */
@Injectable()
export class TryRules {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
    private readonly inForce: RuleSetsInForce,
  ) {}

  execute(request: TrialRequest): Promise<Trial> {
    return this.database.inTransaction(request.actor, async (tx) => {
      const { actor, facts, area, language } = request;
      const onDate = request.onDate ?? this.store.today();
      const context = { onDate, area };
      const { ruleSet, compiled, hash } = await this.contentOf(tx, request, context);
      const evaluation = evaluate(compiled, facts, context);
      return {
        hash,
        onDate,
        proposal: proposePathway(evaluation, profileOf(actor.authorityId).queues.byLevel),
        explanation: explain(evaluation, ruleSet, facts, 'manager', language),
        counterfactuals: counterfactuals(compiled, facts, context, { language, isChangeable }),
      };
    });
  }

  private async contentOf(tx: Tx, { actor, id }: TrialRequest, place: Place): Promise<KeptRuleSet> {
    if (id === null) return this.inForce.find(tx, profileOf(actor.authorityId), place);
    return this.store.contents.get(tx, (await this.store.get(tx, actor, id)).hash);
  }
}
