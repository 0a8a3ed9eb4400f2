import type { RuleSet } from '#rules';
import { inKeyOrder } from '../key-order.ts';

/** The rule set as JSON: two spaces, one key order, a line break at the end. */
export function writeJson(ruleSet: RuleSet): string {
  return `${JSON.stringify(inKeyOrder(ruleSet), null, 2)}\n`;
}
