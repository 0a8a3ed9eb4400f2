import type { CompiledRule } from '../../evaluate/compiled-rule-set.ts';
import type { Scope } from '../../solver/scopes.ts';
import type { Investigation } from '../investigation.ts';
import type { RuleFinding } from '../verification.ts';
import { caseWords, listed, ruleWords } from '../words.ts';
import { holdingExample } from './holding-example.ts';

type Exclusion = readonly [string, string];

function codesOf({ rule: { then } }: CompiledRule): readonly string[] {
  return [then.routes, then.actions, then.services, then.questions].flatMap((codes) => codes ?? []);
}

/** The exclusions that the codes of these two rules break together, whichever way round. */
function broken(one: CompiledRule, other: CompiledRule, exclusions: readonly Exclusion[]): readonly Exclusion[] {
  const [mine, theirs] = [codesOf(one), codesOf(other)];
  return exclusions.filter(
    ([a, b]) => (mine.includes(a) && theirs.includes(b)) || (mine.includes(b) && theirs.includes(a)),
  );
}

function describe(
  of: Investigation,
  scope: Scope,
  rules: readonly CompiledRule[],
  codes: readonly Exclusion[],
): RuleFinding {
  const example = holdingExample(of, scope, rules);
  const what = caseWords(example.facts, of.compiled.ruleSet.catalogue);
  const both = codes.map(([a, b]) => `"${a}" with "${b}"`).join('; ');
  const who = listed(rules.map(({ rule }) => ruleWords(rule)));
  const sentence = `${what} gets prompts that contradict each other, ${both}, from ${who}.`;
  return { kind: 'conflicting', ruleIds: rules.map(({ rule }) => rule.id), sentence, example };
}

/** Rules from this one on, in the order of their ids, that can hold together with it and prompt for what excludes it. */
export function findConflicting(
  of: Investigation,
  rule: CompiledRule,
  exclusions: readonly Exclusion[],
): readonly RuleFinding[] {
  const later = of.compiled.rules.slice(of.compiled.rules.indexOf(rule));
  return later.flatMap((other) => {
    const codes = broken(rule, other, exclusions);
    const scope = of.scopesOfRule(rule).find((one) => of.rulesIn(one).includes(other));
    if (codes.length === 0 || scope === undefined) return [];
    if (of.space.ask([of.truthOf(rule).isTrue, of.truthOf(other).isTrue]) !== 'satisfiable') return [];
    return [describe(of, scope, other === rule ? [rule] : [rule, other], codes)];
  });
}
