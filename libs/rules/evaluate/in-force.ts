import { isIsoDate } from '../iso-date.ts';
import type { Rule } from '../rule-set.ts';
import type { CompiledRule, CompiledRuleSet } from './compiled-rule-set.ts';

/** When and where a case is evaluated. */
export interface EvaluationContext {
  /** The day, `YYYY-MM-DD`. */
  readonly onDate: string;
  /** The area of the authority; null where it is not known, and then only rules for all areas are in force. */
  readonly area: string | null;
}

function isInForce(rule: Rule, { onDate, area }: EvaluationContext): boolean {
  if (onDate < rule.effectiveFrom) return false;
  if (rule.effectiveTo !== undefined && rule.effectiveTo < onDate) return false;
  return rule.areas.includes('*') || (area !== null && rule.areas.includes(area));
}

/**
 * The rules in force on a day in an area (rules.md, semantics 6).
 *
 * @throws RangeError for a day that is none: no rule would be in force and every child would be proposed lowest.
 */
export function rulesInForce(compiled: CompiledRuleSet, context: EvaluationContext): readonly CompiledRule[] {
  if (!isIsoDate(context.onDate)) throw new RangeError('onDate must be a day of the calendar written YYYY-MM-DD');
  return compiled.rules.filter(({ rule }) => isInForce(rule, context));
}
