import { type FactTable, MAY_BE_ANSWERED, UNANSWERED } from '../conditions/fact-table.ts';
import { TRUE, UNKNOWN } from '../conditions/kleene.ts';
import type { CompiledRule } from '../evaluate/compiled-rule-set.ts';
import { type Height, LOWEST, raisedBy, raises } from './height.ts';

/** What stands open in a case: the rules that answers could make hold and the facts that could do it. */
export interface OpenQuestion {
  /** What holds whichever facts are answered. */
  readonly floor: Height;
  /** Rules that are not decided for good and would raise above the floor. No other rule matters. */
  readonly rules: readonly CompiledRule[];
  /** Unknown facts on which one of these rules hangs, ascending, which is by id. */
  readonly candidates: readonly number[];
}

/**
 * Finds what stands open. A fact in a part of a rule that is decided already is no candidate, for no answer to it
 * changes the rule. `known` counts as undecided here, since answering a fact changes it.
 */
export function openQuestion(inForce: readonly CompiledRule[], table: FactTable): OpenQuestion {
  const open = table.map((slot) => (slot === UNANSWERED ? MAY_BE_ANSWERED : slot));
  const results = inForce.map((rule) => ({ rule, truth: rule.condition.truth(open) }));
  const floor = results.reduce((height, { rule, truth }) => (truth === TRUE ? raisedBy(height, rule) : height), LOWEST);
  const rules = results.filter(({ rule, truth }) => truth === UNKNOWN && raises(rule, floor)).map(({ rule }) => rule);
  const marks = new Uint8Array(table.length);
  for (const { condition } of rules) condition.markDeciding(open, UNKNOWN, marks);
  return { floor, rules, candidates: [...marks.keys()].filter((index) => marks[index] === 1) };
}
