import { checkRuleSet } from '../check/check-rule-set.ts';
import type { RuleSetFault } from '../check/rule-set-fault.ts';
import type { RuleSet } from '../rule-set.ts';
import { compileChecked } from './compile-checked.ts';
import type { CompiledRuleSet } from './compiled-rule-set.ts';

/** A rule set that may not load, with every fault that `checkRuleSet` finds in it. */
export class RuleSetRefused extends Error {
  override readonly name = 'RuleSetRefused';

  constructor(readonly faults: readonly RuleSetFault[]) {
    super(`The rule set may not load:\n${faults.map(({ path, message }) => `${path}: ${message}`).join('\n')}`);
  }
}

/**
 * Prepares a rule set for evaluation.
 *
 * @throws RuleSetRefused for a set in which `checkRuleSet` finds faults.
 */
export function compileRuleSet(ruleSet: RuleSet): CompiledRuleSet {
  const faults = checkRuleSet(ruleSet);
  if (faults.length > 0) throw new RuleSetRefused(faults);
  return compileChecked(ruleSet);
}
