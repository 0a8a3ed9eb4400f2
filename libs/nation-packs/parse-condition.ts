import type { FactValue } from '#domain';
import type { Condition } from '#rules';
import { CONDITION_MACROS } from './condition-macros.ts';
import type { IndicatorDefinition } from './indicator-definition.ts';
import type { YamlNode } from './yaml-node.ts';

/** A condition as written in a pack file, with its short forms written out. */
export function parseCondition(node: YamlNode, indicators: readonly IndicatorDefinition[]): Condition {
  const each = (list: YamlNode): readonly Condition[] => list.list().map((part) => parseCondition(part, indicators));

  if (node.has('all')) return { all: each(node.only('all').get('all')) };
  if (node.has('any')) return { any: each(node.only('any').get('any')) };
  if (node.has('not')) return { not: parseCondition(node.only('not').get('not'), indicators) };
  if (node.has('known')) return { known: node.only('known').get('known').text() };
  if (node.has('of')) {
    return { atLeast: node.only('atLeast', 'of').get('atLeast').integer(), of: each(node.get('of')) };
  }
  if (node.has('fact')) return parseComparison(node);
  for (const [name, expand] of Object.entries(CONDITION_MACROS)) {
    if (node.has(name)) return expand(node, indicators);
  }
  return node.fail('is not a condition');
}

function parseComparison(node: YamlNode): Condition {
  const fact = node.only('fact', 'is', 'in', 'between').get('fact').text();
  const is = node.find('is');
  if (is !== undefined) return { fact, is: factValue(is) };
  const values = node.find('in');
  if (values !== undefined) return { fact, in: values.list().map(factValue) };
  const [low, high] = node.get('between').list();
  if (low === undefined || high === undefined) return node.fail('must give the lowest and the highest number');
  return { fact, between: [low.integer(), high.integer()] };
}

/** The value of a fact as written in a rule or in one of its tests. */
export function factValue(node: YamlNode): FactValue {
  if (typeof node.value === 'boolean') return node.value;
  return typeof node.value === 'number' ? node.integer() : node.text();
}
