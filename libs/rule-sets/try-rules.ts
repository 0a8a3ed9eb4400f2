import { Injectable } from '@nestjs/common';
import type { Actor, Facts } from '#domain';
import { isChangeable } from '#facts';
import { profileOf } from '#nation-packs';
import { type Proposal, proposePathway } from '#pathways';
import { Database } from '#platform';
import {
  type Counterfactual,
  counterfactuals,
  evaluate,
  explain,
  type Explanation,
  type ExplanationLanguage,
} from '#rules';
import { RuleSetStore } from './rule-set-store.ts';
import type { RuleSetVersionId } from './rule-set-version.ts';

export interface TrialRequest {
  readonly actor: Actor;
  readonly id: RuleSetVersionId;
  readonly facts: Facts;
  readonly onDate: string | null;
  readonly area: string | null;
  readonly language: ExplanationLanguage;
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
  ) {}

  execute(request: TrialRequest): Promise<Trial> {
    return this.database.inTransaction(request.actor, async (tx) => {
      const { actor, id, facts, area, language } = request;
      const { ruleSet, compiled, hash } = await this.store.contents.get(tx, (await this.store.get(tx, actor, id)).hash);
      const onDate = request.onDate ?? this.store.today();
      const context = { onDate, area };
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
}
