import type { CompiledRule } from '../../evaluate/compiled-rule-set.ts';
import { type Literal, negate } from '../../solver/sat/literal.ts';
import type { Scope } from '../../solver/scopes.ts';
import { CODE_LISTS, type Outcome } from '../../rule-set.ts';
import type { Investigation } from '../investigation.ts';
import type { RuleFinding } from '../verification.ts';
import { ruleWords } from '../words.ts';
import { holdingExample } from './holding-example.ts';

/** Everything a rule adds, each as a test whether another rule adds it too. */
function additions({ rule, level, urgency }: CompiledRule): readonly ((other: CompiledRule) => boolean)[] {
  const codes = CODE_LISTS.flatMap((list) =>
    (rule.then[list] ?? []).map((code) => (other: CompiledRule) => has(other.rule.then, list, code)),
  );
  return [
    ...(level > 0 ? [(other: CompiledRule) => other.level >= level] : []),
    ...(urgency > 0 ? [(other: CompiledRule) => other.urgency >= urgency] : []),
    ...(rule.then.redLine === true ? [(other: CompiledRule) => other.rule.then.redLine === true] : []),
    ...codes,
  ];
}

function has(then: Outcome, list: (typeof CODE_LISTS)[number], code: string): boolean {
  return then[list]?.includes(code) === true;
}

/** Whether in some case the rule holds and none of the others gives one of its additions. */
function addsIn(of: Investigation, rule: CompiledRule, scope: Scope): boolean {
  const others = of.rulesIn(scope).filter((other) => other !== rule);
  return additions(rule).some((gives) => {
    const none: Literal[] = others.filter(gives).map((other) => negate(of.truthOf(other).isTrue));
    return of.space.ask([of.truthOf(rule).isTrue, ...none]) !== 'unsatisfiable';
  });
}

/** A rule without which, wherever it is in force, every outcome would be the same in level, urgency, red line and codes. */
export function findRedundant(of: Investigation, rule: CompiledRule): readonly RuleFinding[] {
  const scopes = of.scopesOfRule(rule);
  const [first] = scopes;
  if (first === undefined || scopes.some((scope) => addsIn(of, rule, scope))) return [];
  if (of.space.ask([of.truthOf(rule).isTrue]) !== 'satisfiable') return [];
  const sentence = `${ruleWords(rule.rule)} adds nothing: wherever it holds, other rules already give its level, its urgency and all it prompts for.`;
  return [{ kind: 'redundant', ruleIds: [rule.rule.id], sentence, example: holdingExample(of, first, [rule]) }];
}
