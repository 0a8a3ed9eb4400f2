import type { CatalogueEntry, Condition, Rule, RuleSet } from '#rules';
import { factsOf } from '../support/condition-parts.ts';
import { random } from '../support/random.ts';

function renamed(condition: Condition, rename: (factId: string) => string): Condition {
  const all = (parts: readonly Condition[]): readonly Condition[] => parts.map((part) => renamed(part, rename));
  if ('all' in condition) return { all: all(condition.all) };
  if ('any' in condition) return { any: all(condition.any) };
  if ('of' in condition) return { atLeast: condition.atLeast, of: all(condition.of) };
  if ('not' in condition) return { not: renamed(condition.not, rename) };
  if ('known' in condition) return { known: rename(condition.known) };
  return { ...condition, fact: rename(condition.fact) };
}

interface Copy {
  readonly rules: readonly Rule[];
  readonly catalogue: readonly CatalogueEntry[];
}

/** The same rules about other facts. */
function copyOf(ruleSet: RuleSet, rules: readonly Rule[], suffix: string): Copy {
  const rename = (id: string): string => `${id}${suffix}`;
  const asked = new Set(
    rules.flatMap(({ when, tests }) => [...factsOf(when), ...tests.flatMap(({ facts }) => Object.keys(facts))]),
  );
  return {
    rules: rules.map((rule) => ({
      ...rule,
      id: rename(rule.id),
      when: renamed(rule.when, rename),
      tests: rule.tests.map((test) => ({
        ...test,
        facts: Object.fromEntries(Object.entries(test.facts).map(([id, value]) => [rename(id), value])),
      })),
    })),
    catalogue: ruleSet.catalogue.filter(({ id }) => asked.has(id)).map((entry) => ({ ...entry, id: rename(entry.id) })),
  };
}

function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const from = random(seed);
  return list
    .map((item) => ({ item, place: from.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** A rule set of any size in the style of another: a part of its rules, or copies of them over facts of their own. */
export function syntheticRuleSet(ruleSet: RuleSet, size: number, seed: number): RuleSet {
  const rules = shuffled(ruleSet.rules, seed);
  const copies: Copy[] = [];
  for (let left = size, copy = 0; left > 0; left -= rules.length, copy += 1) {
    copies.push(copyOf(ruleSet, rules.slice(0, left), copy === 0 ? '' : `.copy${copy}`));
  }
  return {
    schemaVersion: ruleSet.schemaVersion,
    id: `synthetic-${size}`,
    version: '1.0.0',
    title: `${size} rules in the style of ${ruleSet.title}`,
    nation: ruleSet.nation,
    catalogue: copies.flatMap(({ catalogue }) => catalogue),
    rules: copies.flatMap((copy) => copy.rules),
  };
}
