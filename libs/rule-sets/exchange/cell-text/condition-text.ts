import type { Comparison, Condition } from '#rules';
import { writeValue } from './write-value.ts';

const WIDTH = 90;
const INDENT = '  ';

function comparisonText(comparison: Comparison): string {
  if ('is' in comparison) return `${comparison.fact} is ${writeValue(comparison.is)}`;
  if ('in' in comparison) return `${comparison.fact} in (${comparison.in.map(writeValue).join(', ')})`;
  const [low, high] = comparison.between;
  return `${comparison.fact} between ${low} and ${high}`;
}

/** Parts between brackets: on one line while they fit, otherwise one part a line. */
function group(head: string, parts: readonly Condition[], margin: string): string {
  const oneLine = `${head}(${parts.map((part) => conditionText(part, margin)).join('; ')})`;
  if (margin.length + oneLine.length <= WIDTH && !oneLine.includes('\n')) return oneLine;
  const inner = `${margin}${INDENT}`;
  return `${head}(\n${parts.map((part) => `${inner}${conditionText(part, inner)}`).join(';\n')}\n${margin})`;
}

/**
 * A condition as a manager reads and edits it in a spreadsheet, for example
 * `all(indicator.B16 is true; child.ageDays between -300 and 299; not(known(x)))`. `parseCondition` reads it back.
 */
export function conditionText(condition: Condition, margin = ''): string {
  if ('all' in condition) return group('all', condition.all, margin);
  if ('any' in condition) return group('any', condition.any, margin);
  if ('of' in condition) return group(`at least ${condition.atLeast} of `, condition.of, margin);
  if ('not' in condition) return group('not', [condition.not], margin);
  if ('known' in condition) return `known(${condition.known})`;
  return comparisonText(condition);
}
