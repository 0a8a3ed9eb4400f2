import type { Rule, RuleSet } from '../rule-set.ts';
import { changedAnywhere } from './change-condition.ts';
import { comparisonFaults } from './comparison-faults.ts';
import { connectiveFaults } from './connective-faults.ts';
import { MUTANT_KINDS, type Mutation } from './mutation.ts';
import { outcomeFaults } from './outcome-faults.ts';
import { randomFrom, shuffled } from './random.ts';

/** A rule set with one small fault in it, made to see whether verification notices. */
export interface Mutant {
  readonly kind: string;
  readonly sentence: string;
  readonly ruleSet: RuleSet;
}

interface Planned {
  readonly of: Rule;
  readonly mutation: Mutation;
}

function mutationsOf(rule: Rule, { catalogue }: RuleSet, areas: readonly string[]): readonly Planned[] {
  const conditions = changedAnywhere<Mutation['kind']>(rule.when, (node) => [
    ...connectiveFaults(node),
    ...comparisonFaults(node, catalogue),
  ]);
  const inCondition = conditions.map(({ kind, what, condition }) => ({
    kind,
    sentence: what,
    rule: { ...rule, when: condition },
  }));
  return [...inCondition, ...outcomeFaults(rule, areas)].map((mutation) => ({ of: rule, mutation }));
}

function apply(ruleSet: RuleSet, { of, mutation }: Planned): Mutant {
  const rules = ruleSet.rules.flatMap((rule) => {
    if (rule !== of) return [rule];
    return mutation.rule === null ? [] : [mutation.rule];
  });
  return { kind: mutation.kind, sentence: `Rule ${of.id}: ${mutation.sentence}.`, ruleSet: { ...ruleSet, rules } };
}

/**
 * Faulty versions of a rule set, one small fault in each (rules.md, verification: seeded mutants check the checker). Every
 * kind of fault comes up as often as the others, as far as the rules allow it; rules and places are drawn by the seed.
 * Only conditions, outcomes, dates and areas are changed; a rule's own tests stay, so some of these sets do not load.
 *
 * @param count how many; fewer come back when there are not so many different ones
 */
export function mutantsOf(ruleSet: RuleSet, seed: number, count: number): readonly Mutant[] {
  const random = randomFrom(seed);
  const areas = [...new Set(ruleSet.rules.flatMap((rule) => rule.areas))].filter((area) => area !== '*').sort();
  const planned = shuffled(
    ruleSet.rules.flatMap((rule) => mutationsOf(rule, ruleSet, areas)),
    random,
  );
  const byKind = MUTANT_KINDS.map((kind) => planned.filter(({ mutation }) => mutation.kind === kind));
  const most = Math.max(0, ...byKind.map((some) => some.length));
  const inTurn = Array.from({ length: most }, (_, round) => byKind.flatMap((some) => some[round] ?? []));
  return inTurn
    .flat()
    .slice(0, count)
    .map((one) => apply(ruleSet, one));
}
