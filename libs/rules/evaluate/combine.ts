import { type CombinedOutcome, higherLevel, higherUrgency, type Level, type Urgency } from '#domain';
import type { Outcome, Rule } from '../rule-set.ts';

interface WithRule {
  readonly rule: Rule;
}

function union(rules: readonly WithRule[], codesOf: (then: Outcome) => readonly string[] | undefined): string[] {
  const all = new Set<string>();
  for (const { rule } of rules) for (const code of codesOf(rule.then) ?? []) all.add(code);
  return [...all].sort();
}

/** The lattice join of what rules add, from universal and blue upwards (rules.md, semantics 3). */
export function combine(rules: readonly WithRule[]): CombinedOutcome {
  let level: Level = 'universal';
  let urgency: Urgency = 'blue';
  for (const { rule } of rules) {
    level = higherLevel(level, rule.then.minLevel ?? level);
    urgency = higherUrgency(urgency, rule.then.minUrgency ?? urgency);
  }
  return {
    level,
    urgency,
    redLine: rules.some(({ rule }) => rule.then.redLine === true),
    routes: union(rules, (then) => then.routes),
    actions: union(rules, (then) => then.actions),
    services: union(rules, (then) => then.services),
    questions: union(rules, (then) => then.questions),
  };
}
