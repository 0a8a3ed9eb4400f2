import { Injectable } from '@nestjs/common';
import type { Actor, Fault } from '#domain';
import { Database } from '#platform';
import type { Rule } from '#rules';
import { withRule } from './change-draft.ts';
import { ownFaults } from './own-rule-set.ts';
import { RuleSetStore } from './rule-set-store.ts';
import type { RuleSetVersionId } from './rule-set-version.ts';

/** What is wrong with a rule, each fault at its place in the rule; and with the rest of the set once the rule is in it. */
export interface RuleFaults {
  readonly rule: readonly Fault[];
  readonly set: readonly Fault[];
}

/**
 * Says what would be wrong if a rule were put into a draft as it stands; nothing is stored.
 * @throws DomainError `not_found`.
 */
@Injectable()
export class CheckDraftRule {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
  ) {}

  execute(actor: Actor, id: RuleSetVersionId, rule: Rule): Promise<RuleFaults> {
    return this.database.inTransaction(actor, async (tx) => {
      const { ruleSet: before } = await this.store.contents.get(tx, (await this.store.get(tx, actor, id)).hash);
      const ruleSet = withRule(before, rule);
      const base = `/rules/${String(ruleSet.rules.findIndex((one) => one.id === rule.id))}`;
      const own = ({ pointer }: Fault): boolean => pointer === base || pointer.startsWith(`${base}/`);
      const faults = ownFaults(ruleSet, actor.authorityId);
      return {
        rule: faults.filter(own).map((fault) => ({ ...fault, pointer: fault.pointer.slice(base.length) })),
        set: faults.filter((fault) => !own(fault)),
      };
    });
  }
}
