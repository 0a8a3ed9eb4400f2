import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { profileOf } from '#nation-packs';
import { Database, type Tx } from '#platform';
import { differences, type RuleSetDiff } from '#rules';
import { RuleSetsInForce } from './rule-set-in-force.ts';
import { RuleSetStore } from './rule-set-store.ts';
import type { RuleSetVersionId } from './rule-set-version.ts';
import type { KeptRuleSet } from './store/rule-set-content.repository.ts';

export interface Comparison {
  readonly beforeHash: string;
  readonly afterHash: string;
  readonly diff: RuleSetDiff;
}

/**
 * Which kinds of referral another version would send elsewhere, with an example of each (rules.md, verification).
 * `before` null: the rule set in force where the area is not known.
 * @throws DomainError `not_found`.
 */
@Injectable()
export class CompareRuleSets {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
    private readonly inForce: RuleSetsInForce,
  ) {}

  async execute(actor: Actor, after: RuleSetVersionId, before: RuleSetVersionId | null): Promise<Comparison> {
    const { from, to } = await this.database.inTransaction(actor, async (tx) => ({
      from: before === null ? await this.inForceNow(tx, actor) : await this.contentOf(tx, actor, before),
      to: await this.contentOf(tx, actor, after),
    }));
    return { beforeHash: from.hash, afterHash: to.hash, diff: await this.inSteps(from, to) };
  }

  /** A hard comparison takes a second or two: others must not wait for it. */
  private async inSteps(from: KeptRuleSet, to: KeptRuleSet): Promise<RuleSetDiff> {
    const steps = differences({ before: from.compiled, after: to.compiled }, { from: this.store.today() });
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await nextTurn();
    }
  }

  private inForceNow(tx: Tx, actor: Actor): Promise<KeptRuleSet> {
    return this.inForce.find(tx, profileOf(actor.authorityId), { area: null, onDate: this.store.today() });
  }

  private async contentOf(tx: Tx, actor: Actor, id: RuleSetVersionId): Promise<KeptRuleSet> {
    return this.store.contents.get(tx, (await this.store.get(tx, actor, id)).hash);
  }
}
