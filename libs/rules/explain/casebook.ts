import { type Facts, levelRank, urgencyRank } from '#domain';
import type { Condition } from '../condition.ts';
import { factOf, forEachLeaf } from '../conditions/normal-form.ts';
import type { Evaluation, RuleTrace } from '../evaluation.ts';
import type { CatalogueEntry, Rule, RuleSet } from '../rule-set.ts';

/** A rule with what it came to. */
export interface TracedRule {
  readonly rule: Rule;
  readonly trace: RuleTrace;
}

/** An evaluation beside the rules and facts it speaks of. */
export interface Casebook {
  readonly evaluation: Evaluation;
  readonly ruleSet: RuleSet;
  readonly facts: Facts;
  readonly entries: ReadonlyMap<string, CatalogueEntry>;
  /** Rules that hold, then open ones, then the rest; in each the highest first, then by id. */
  readonly traced: readonly TracedRule[];
}

const ORDER = { true: 0, unknown: 1, false: 2 } as const;

function byResultAndHeight(a: TracedRule, b: TracedRule): number {
  const height = ({ rule }: TracedRule): number =>
    levelRank(rule.then.minLevel ?? 'universal') * 10 + urgencyRank(rule.then.minUrgency ?? 'blue');
  return ORDER[a.trace.result] - ORDER[b.trace.result] || height(b) - height(a);
}

/**
 * @throws RangeError when the rule set is not the one that was evaluated: leaving a rule out of an explanation would
 * hide why something was proposed.
 */
export function openCasebook(evaluation: Evaluation, ruleSet: RuleSet, facts: Facts): Casebook {
  const rules = new Map(ruleSet.rules.map((rule) => [rule.id, rule]));
  const traced = evaluation.trace.map((trace) => {
    const rule = rules.get(trace.ruleId);
    if (rule?.version === trace.ruleVersion) return { rule, trace };
    throw new RangeError(`The rule set does not hold rule ${trace.ruleId} in version ${trace.ruleVersion}`);
  });
  const entries = new Map(ruleSet.catalogue.map((entry) => [entry.id, entry]));
  return { evaluation, ruleSet, facts, entries, traced: traced.sort(byResultAndHeight) };
}

export function entriesOf(book: Casebook, factIds: readonly string[]): readonly CatalogueEntry[] {
  return factIds.flatMap((id) => book.entries.get(id) ?? []);
}

export function factIdsIn(condition: Condition): readonly string[] {
  const ids = new Set<string>();
  forEachLeaf(condition, (leaf) => ids.add(factOf(leaf)));
  return [...ids];
}
