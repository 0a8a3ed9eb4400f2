import type { CompiledRule } from '../../evaluate/compiled-rule-set.ts';
import { negate } from '../../solver/sat/literal.ts';
import type { Scope } from '../../solver/scopes.ts';
import type { Investigation } from '../investigation.ts';
import type { RuleFinding } from '../verification.ts';
import { ruleWords } from '../words.ts';
import { holdingExample } from './holding-example.ts';

/** Where both rules are in force, or none. */
function commonScope(of: Investigation, one: CompiledRule, other: CompiledRule): Scope | undefined {
  return of.scopesOfRule(one).find((scope) => of.rulesIn(scope).includes(other));
}

function isNoHigher(one: CompiledRule, other: CompiledRule): boolean {
  return one.level <= other.level && one.urgency <= other.urgency;
}

/**
 * The rules among the candidates that hold wherever this one does. Each case found in which it holds without one of
 * them rules out all that are false there, so few questions are asked.
 */
function implied(of: Investigation, rule: CompiledRule, candidates: readonly CompiledRule[]): readonly CompiledRule[] {
  const always: CompiledRule[] = [];
  let left = candidates;
  for (let next = left[0]; next !== undefined; next = left[0]) {
    const answer = of.space.ask([of.truthOf(rule).isTrue, negate(of.truthOf(next).isTrue)]);
    if (answer === 'unsatisfiable') always.push(next);
    const tried = next;
    left = left.filter(
      (other) => other !== tried && (answer !== 'satisfiable' || of.space.held(of.truthOf(other).isTrue)),
    );
  }
  return always;
}

function describe(of: Investigation, one: CompiledRule, other: CompiledRule): RuleFinding[] {
  const scope = commonScope(of, one, other);
  const isBothWays = isNoHigher(other, one) && implied(of, other, [one]).length > 0;
  // Two rules that say the same are told once.
  if (scope === undefined || (isBothWays && one.rule.id > other.rule.id)) return [];
  if (of.space.ask([of.truthOf(one).isTrue]) !== 'satisfiable') return [];
  const sentence = isBothWays
    ? `${ruleWords(one.rule)} and ${ruleWords(other.rule)} hold in the same cases and give the same level and urgency.`
    : `Wherever ${ruleWords(one.rule)} holds, ${ruleWords(other.rule)} holds too and gives at least its level and urgency.`;
  const example = holdingExample(of, scope, [one, other]);
  return [{ kind: 'overlapping', ruleIds: [one.rule.id, other.rule.id], sentence, example }];
}

/** Rules that hold wherever this one does and leave it no level or urgency of its own. Rules that only prompt are left out. */
export function findOverlapping(of: Investigation, rule: CompiledRule): readonly RuleFinding[] {
  if (rule.level === 0 && rule.urgency === 0) return [];
  const candidates = of.compiled.rules.filter(
    (other) => other !== rule && isNoHigher(rule, other) && commonScope(of, rule, other) !== undefined,
  );
  return implied(of, rule, candidates).flatMap((other) => describe(of, rule, other));
}
