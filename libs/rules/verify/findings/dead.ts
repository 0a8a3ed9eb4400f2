import type { CompiledRule } from '../../evaluate/compiled-rule-set.ts';
import type { Investigation } from '../investigation.ts';
import type { RuleFinding } from '../verification.ts';
import { ruleWords } from '../words.ts';

/** A rule that no case can make hold. */
export function findDead(of: Investigation, rule: CompiledRule): readonly RuleFinding[] {
  if (of.space.ask([of.truthOf(rule).isTrue]) !== 'unsatisfiable') return [];
  const sentence = `${ruleWords(rule.rule)} can never hold: no case fulfils its condition.`;
  return [{ kind: 'dead', ruleIds: [rule.rule.id], sentence, example: null }];
}
